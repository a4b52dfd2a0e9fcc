import type { Instant, Priority, Status } from '../incidents';

/** What an index of the portal's search holds of an incident, or of the review of one. @public */
export interface IndexedIncident {
  /** Number and title. */
  title: string;
  text: string;
  /** Path within the portal. */
  location: string;
  /** `INC-12` */
  number: string;
  /** When it was indexed, as all that follows. */
  status: Status;
  priority: Priority;
  /** Empty where there is none. */
  entity: string;
  owner: string;
  declaredAt: Instant;
}

/** The types by which a search asks for them. @public */
export const INDEXED_TYPES = {
  incidents: 'incidents',
  reviews: 'incident-reviews',
} as const;
