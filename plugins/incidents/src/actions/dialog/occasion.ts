import type { Incident } from '@linchpin/backstage-plugin-incidents-common';

/** What an action item is proposed for. */
export interface ActionOccasion {
  incident: Pick<Incident, 'id' | 'number' | 'priority' | 'entityRef'>;
  /** The sentence of its review that it is made from. */
  quote?: string;
  /** The tag of what contributed, where it is to do something about that. */
  factor?: string;
}
