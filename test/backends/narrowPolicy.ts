import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  isPermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  createIncidentConditionalDecision,
  incidentConditions,
} from '@linchpin/backstage-plugin-incidents-backend';
import { incidentReadPermission } from '@linchpin/backstage-plugin-incidents-common';
import { OwnersRespond } from '../../packages/backend/src/policy';
import { personName } from './syntheticCatalog';

/** Who may see little. */
export const NARROW_PERSON = personName(0, 1);

/** As the sample portal's, but that one person sees no more than what is theirs or nobody's. */
class NarrowForOne extends OwnersRespond {
  override async handle(
    query: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const isNarrow =
      user?.info.userEntityRef === `user:default/${NARROW_PERSON}`;
    if (isNarrow && isPermission(query.permission, incidentReadPermission)) {
      const claims = user.info.ownershipEntityRefs;
      return createIncidentConditionalDecision(query.permission, {
        anyOf: [
          incidentConditions.isOwner({ claims }),
          incidentConditions.isInvolved({ claims }),
          incidentConditions.isUnrouted(),
        ],
      });
    }
    return super.handle(query, user);
  }
}

export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'narrow-for-one',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new NarrowForOne());
      },
    });
  },
});
