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
import { incidentReadPermission } from '@linchpin/backstage-plugin-incidents-common';

/** Leaves of the portal the catalog to be read, and of incidents those of one's own groups to be read. */
class OnlyOwnIncidents implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (isPermission(permission, incidentReadPermission)) {
      const claims = user?.info.ownershipEntityRefs ?? [];
      return createIncidentConditionalDecision(
        permission,
        incidentConditions.isOwner({ claims }),
      );
    }
    return {
      result:
        permission.name === 'catalog.entity.read'
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    };
  }
}

export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'only-own-incidents',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new OnlyOwnIncidents());
      },
    });
  },
});
