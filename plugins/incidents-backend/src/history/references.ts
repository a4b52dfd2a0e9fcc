import {
  REFERENCES,
  type EventType,
  type IncidentDetail,
  type IncidentReference,
  type TimelineEntry,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { Access } from '../authorization';
import { numberOf } from './incidentRows';

/** Which of some incidents a request may know of, by their ids. */
export type KnownIncidents = ReadonlySet<string>;

/** Asks nothing where nothing is named. */
export async function knownAmong(
  db: Knex,
  access: Access,
  named: readonly (IncidentReference | undefined)[],
): Promise<KnownIncidents> {
  const ids = new Set(named.flatMap(reference => reference?.id ?? []));
  if (ids.size === 0) {
    return ids;
  }
  const known: string[] = await access
    .readable(db('incidents').whereIn('incidents.id', [...ids]))
    .pluck('incidents.id');
  return new Set(known);
}

const HIDDEN = { id: null, number: null };

/** Another incident as a page names it: not at all where it may not be known of. */
export function shownReference(
  other: IncidentReference | undefined,
  known: KnownIncidents,
): IncidentDetail['recurrenceOf'] {
  if (!other) {
    return null;
  }
  return known.has(other.id)
    ? { id: other.id, number: numberOf(other) }
    : HIDDEN;
}

/** The lines of a timeline, in which what may not be known of has neither id nor number. */
export async function hidingUnknown(
  db: Knex,
  access: Access,
  entries: readonly TimelineEntry[],
): Promise<TimelineEntry[]> {
  const known = await knownAmong(db, access, entries.map(referenceIn));
  return entries.map(entry => {
    const other = referenceIn(entry);
    if (entry.kind !== 'event' || !other || known.has(other.id)) {
      return entry;
    }
    const field = REFERENCES[entry.type as EventType]!;
    return { ...entry, data: { ...entry.data, [field]: HIDDEN } };
  });
}

function referenceIn(entry: TimelineEntry): IncidentReference | undefined {
  const field =
    entry.kind === 'event' ? REFERENCES[entry.type as EventType] : undefined;
  return field && entry.kind === 'event'
    ? (entry.data[field] as IncidentReference | undefined)
    : undefined;
}
