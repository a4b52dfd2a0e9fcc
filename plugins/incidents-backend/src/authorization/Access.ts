import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  COMMANDS,
  type CommandPermission,
  type UserCommandType,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { meeting } from './criteria';
import type { IncidentPolicyTools } from './AccessService';
import type { IncidentResource } from './incidentResource';
import { knownTo, type Viewer } from './viewer';

export type IncidentPermission = 'read' | CommandPermission;

/** What one request may see and do, decided once and asked as often as needed. */
export class Access {
  readonly viewer: Viewer;
  /** With which the catalog is asked what may be seen there. */
  readonly credentials: BackstageCredentials;
  readonly #decisions: Record<IncidentPermission, PolicyDecision>;
  readonly #tools: IncidentPolicyTools;

  constructor(
    viewer: Viewer,
    credentials: BackstageCredentials,
    decisions: Record<IncidentPermission, PolicyDecision>,
    tools: IncidentPolicyTools,
  ) {
    this.viewer = viewer;
    this.credentials = credentials;
    this.#decisions = decisions;
    this.#tools = tools;
  }

  /** Narrows a query over `incidents` to what this request may read. */
  readable(query: Knex.QueryBuilder): Knex.QueryBuilder {
    const decision = this.#decisions.read;
    const known = knownTo(query, this.viewer);
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return known;
      case AuthorizeResult.CONDITIONAL:
        return meeting(known, this.#tools.transform(decision.conditions));
      default:
        return known.whereRaw('1 = 0');
    }
  }

  /** @throws NotAllowedError where the policy lets this request read nothing at all */
  assertMayRead(): void {
    if (this.#decisions.read.result === AuthorizeResult.DENY) {
      throw new NotAllowedError('You may not see incidents');
    }
  }

  may(permission: IncidentPermission, incident: IncidentResource): boolean {
    return this.#tools.authorize(this.#decisions[permission], incident);
  }

  /** The commands that the policy lets this request send to an incident. */
  commandsFor(incident: IncidentResource): UserCommandType[] {
    return (Object.keys(COMMANDS) as UserCommandType[]).filter(type =>
      this.may(COMMANDS[type].permission, incident),
    );
  }
}
