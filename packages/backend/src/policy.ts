import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  createIncidentConditionalDecision,
  incidentConditions,
} from '@linchpin/backstage-plugin-incidents-backend';
import {
  incidentManagePermission,
  incidentRespondPermission,
} from '@linchpin/backstage-plugin-incidents-common';

/**
 * Everybody sees everything and may report and follow; an incident is worked by
 * those who answer for it, for what it affects, or who are in it already; one
 * that nobody answers for by anybody, else it would wait for ever.
 */
export class OwnersRespond implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    for (const restricted of [
      incidentRespondPermission,
      incidentManagePermission,
    ]) {
      if (isPermission(permission, restricted)) {
        const claims = user?.info.ownershipEntityRefs ?? [];
        return createIncidentConditionalDecision(permission, {
          anyOf: [
            incidentConditions.isOwner({ claims }),
            incidentConditions.isInvolved({ claims }),
            incidentConditions.isUnrouted(),
          ],
        });
      }
    }
    return { result: AuthorizeResult.ALLOW };
  }
}

/** The policy of the sample portal. */
export const policy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'owners-respond',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy: extension }) {
        extension.setPolicy(new OwnersRespond());
      },
    });
  },
});
