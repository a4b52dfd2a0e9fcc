import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_INCIDENT,
  type Priority,
  type Visibility,
} from '@linchpin/backstage-plugin-incidents-common';

/** What permission rules look at. @public */
export interface IncidentResource {
  id: string;
  priority: Priority;
  visibility: Visibility;
  /** Who answers for the incident and for the entities that it affects. */
  ownerRefs: string[];
  /** Whoever leads it, has worked on it or is asked to. */
  peopleRefs: string[];
}

/** A rule as a condition on the rows of `incidents`. @public */
export type IncidentCriterion =
  | { column: 'owner'; values: string[] }
  | { column: 'owner'; isMissing: true }
  | { column: 'person'; values: string[] }
  | { column: 'priority'; values: string[] }
  | { column: 'visibility'; values: string[] };

/** The permission resource of incidents. @public */
export const incidentResourceRef = createPermissionResourceRef<
  IncidentResource,
  IncidentCriterion
>().with({ pluginId: 'incidents', resourceType: RESOURCE_TYPE_INCIDENT });
