import type {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type PermissionCriteria,
  type PermissionCondition,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  incidentManagePermission,
  incidentParticipatePermission,
  incidentReadPermission,
  incidentRespondPermission,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Request } from 'express';
import { Access } from './Access';
import {
  incidentResourceRef,
  type IncidentCriterion,
  type IncidentResource,
} from './incidentResource';
import type { Viewer } from './viewer';

/** How decisions of the policy are applied to incidents. */
export interface IncidentPolicyTools {
  authorize(
    decision: PolicyDecision,
    incident: IncidentResource | undefined,
  ): boolean;
  transform(
    conditions: PermissionCriteria<PermissionCondition>,
  ): PermissionCriteria<IncidentCriterion>;
}

/** Finds out who asks and what they may. */
export class AccessService {
  readonly #auth: AuthService;
  readonly #httpAuth: HttpAuthService;
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;
  readonly #tools: IncidentPolicyTools;

  constructor(options: {
    auth: AuthService;
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    userInfo: UserInfoService;
  }) {
    this.#auth = options.auth;
    this.#httpAuth = options.httpAuth;
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
    const ruleset =
      options.permissionsRegistry.getPermissionRuleset(incidentResourceRef);
    this.#tools = {
      authorize: createConditionAuthorizer(ruleset),
      transform: createConditionTransformer(ruleset),
    };
  }

  /** What a request may see and do with incidents; one question to the policy. */
  async of(req: Request): Promise<Access> {
    const credentials = await this.#httpAuth.credentials(req);
    const [viewer, [read, participate, respond, manage]] = await Promise.all([
      this.#viewerOf(credentials),
      this.#permissions.authorizeConditional(
        [
          { permission: incidentReadPermission },
          { permission: incidentParticipatePermission },
          { permission: incidentRespondPermission },
          { permission: incidentManagePermission },
        ],
        { credentials },
      ),
    ]);
    return new Access(
      viewer,
      credentials,
      { read, participate, respond, manage },
      this.#tools,
    );
  }

  /** Who asks, whatever that person may. */
  async viewer(req: Request): Promise<Viewer> {
    return this.#viewerOf(await this.#httpAuth.credentials(req));
  }

  /** Whether a request has a permission that is about no single incident. */
  async has(req: Request, permission: BasicPermission): Promise<boolean> {
    const credentials = await this.#httpAuth.credentials(req);
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }

  /** @throws NotAllowedError where it has not */
  async assert(req: Request, permission: BasicPermission): Promise<void> {
    if (!(await this.has(req, permission))) {
      throw new NotAllowedError(`This needs the permission ${permission.name}`);
    }
  }

  /**
   * The same for a route that the platform lets everybody through to.
   *
   * @throws AuthenticationError where nobody says who asks
   */
  async assertKnown(req: Request, permission: BasicPermission): Promise<void> {
    await this.#httpAuth.credentials(req, { allow: ['user', 'service'] });
    await this.assert(req, permission);
  }

  async #viewerOf(credentials: BackstageCredentials): Promise<Viewer> {
    if (this.#auth.isPrincipal(credentials, 'user')) {
      const { userEntityRef }: BackstageUserPrincipal = credentials.principal;
      const info = await this.#userInfo.getUserInfo(credentials);
      return {
        type: 'user',
        ref: userEntityRef,
        ownershipRefs: info.ownershipEntityRefs,
      };
    }
    return { type: 'service' };
  }
}
