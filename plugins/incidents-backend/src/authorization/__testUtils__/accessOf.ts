import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import type { PersonSnapshot } from '@linchpin/backstage-plugin-incidents-common';
import { Access, type IncidentPermission } from '../Access';
import { incidentRules } from '../rules';

const rules = Object.values(incidentRules);
const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };

/** What a person with these groups may see and do, everything unless a decision says otherwise. */
export function accessOf(
  person: PersonSnapshot,
  groups: readonly string[] = [],
  decisions: Partial<Record<IncidentPermission, PolicyDecision>> = {},
): Access {
  return new Access(
    {
      type: 'user',
      ref: person.ref,
      ownershipRefs: [person.ref, ...groups],
    },
    mockCredentials.user(person.ref),
    {
      read: allow,
      participate: allow,
      respond: allow,
      manage: allow,
      ...decisions,
    },
    {
      authorize: createConditionAuthorizer(rules),
      transform: createConditionTransformer(rules),
    },
  );
}
