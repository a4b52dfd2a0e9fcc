import {
  createConditionExports,
  makeCreatePermissionRule,
} from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_INCIDENT,
  type Priority,
  type Visibility,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  priority,
  visibility,
} from '@linchpin/backstage-plugin-incidents-common/schemas';
import { z } from 'zod/v3';
import {
  incidentResourceRef,
  type IncidentCriterion,
  type IncidentResource,
} from './incidentResource';

const createPermissionRule = makeCreatePermissionRule<
  IncidentResource,
  IncidentCriterion,
  typeof RESOURCE_TYPE_INCIDENT
>();

const refs = z.object({
  claims: z
    .array(z.string())
    .describe('Entity refs to look for: those of a user and of their groups'),
});

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description:
    'Allow incidents that one of the claims answers for, or that affect an entity it owns',
  resourceType: RESOURCE_TYPE_INCIDENT,
  paramsSchema: refs,
  apply: (incident, { claims }) =>
    incident.ownerRefs.some(ref => claims.includes(ref)),
  toQuery: ({ claims }) => ({ column: 'owner', values: claims }),
});

const isUnrouted = createPermissionRule({
  name: 'IS_UNROUTED',
  description:
    'Allow incidents that nobody answers for, neither for what they affect',
  resourceType: RESOURCE_TYPE_INCIDENT,
  apply: incident => incident.ownerRefs.length === 0,
  toQuery: () => ({ column: 'owner', isMissing: true }),
});

const isInvolved = createPermissionRule({
  name: 'IS_INVOLVED',
  description:
    'Allow incidents that one of the claims leads, works on or is asked to take',
  resourceType: RESOURCE_TYPE_INCIDENT,
  paramsSchema: refs,
  apply: (incident, { claims }) =>
    incident.peopleRefs.some(ref => claims.includes(ref)),
  toQuery: ({ claims }) => ({ column: 'person', values: claims }),
});

// Named, so that whoever reads what the package exports sees the words and not their letters.
const byPriorities: z.ZodType<{ priorities: Priority[] }> = z.object({
  priorities: z.array(priority).describe('P1 to P5'),
});

const hasPriority = createPermissionRule({
  name: 'HAS_PRIORITY',
  description: 'Allow incidents of these priorities',
  resourceType: RESOURCE_TYPE_INCIDENT,
  paramsSchema: byPriorities,
  apply: (incident, { priorities }) => priorities.includes(incident.priority),
  toQuery: ({ priorities }) => ({
    column: 'priority',
    values: priorities,
  }),
});

const byVisibility: z.ZodType<{ visibility: Visibility }> = z.object({
  visibility,
});

const hasVisibility = createPermissionRule({
  name: 'HAS_VISIBILITY',
  description: 'Allow incidents that are public, or private',
  resourceType: RESOURCE_TYPE_INCIDENT,
  paramsSchema: byVisibility,
  apply: (incident, params) => incident.visibility === params.visibility,
  toQuery: params => ({
    column: 'visibility',
    values: [params.visibility],
  }),
});

export const incidentRules = {
  isOwner,
  isUnrouted,
  isInvolved,
  hasPriority,
  hasVisibility,
};

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: incidentResourceRef,
  rules: incidentRules,
});

/** Conditions on incidents for permission policies. @public */
export const incidentConditions = conditions;

/** A conditional decision on incidents, for permission policies. @public */
export const createIncidentConditionalDecision = createConditionalDecision;
