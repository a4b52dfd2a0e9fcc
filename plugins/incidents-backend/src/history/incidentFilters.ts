import type {
  HistoryQuery,
  IncidentQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import { selectionAsked } from '@linchpin/backstage-plugin-incidents-common/history';
import type { Knex } from 'knex';
import type { Viewer } from '../authorization';
import { havingWords } from '../database/words';
import { narrowTo } from './scope';

type Filters = Pick<
  IncidentQuery,
  | 'status'
  | 'live'
  | 'priority'
  | 'owner'
  | 'entity'
  | 'mode'
  | 'number'
  | 'mine'
  | 'q'
  | 'from'
  | 'to'
  | 'cause'
>;

/** Narrows a query over `incidents` to what a list asks for. */
export function filterIncidents(
  db: Knex,
  query: Knex.QueryBuilder,
  filters: Filters,
  viewer: Viewer,
): void {
  if (filters.status?.length) {
    query.whereIn('incidents.status', filters.status);
  }
  if (filters.live) {
    query.where('incidents.live', filters.live === 'true');
  }
  if (filters.priority?.length) {
    query.whereIn('incidents.priority', filters.priority);
  }
  if (filters.owner?.length) {
    query.whereIn('incidents.owner_ref', filters.owner);
  }
  if (filters.entity?.length) {
    narrowTo(query, { entityRefs: filters.entity });
  }
  if (filters.number?.length) {
    query.whereIn('incidents.number', filters.number.map(numberOf));
  }
  if (filters.mode?.length) {
    ofModes(query, filters.mode);
  }
  if (filters.from) {
    query.where('incidents.declared_at', '>=', new Date(filters.from));
  }
  if (filters.to) {
    query.where('incidents.declared_at', '<', new Date(filters.to));
  }
  if (filters.cause) {
    causedBy(query, filters.cause);
  }
  if (filters.mine) {
    ofPerson(query, filters.mine, viewer);
  }
  if (filters.q) {
    matching(db, query, filters.q);
  }
}

/** The n of `INC-n`. */
function numberOf(name: string): number {
  return Number(name.slice('INC-'.length));
}

/** Most are real: those that are not have an index of their own, named by saying so. */
function ofModes(
  query: Knex.QueryBuilder,
  modes: NonNullable<Filters['mode']>,
): void {
  query.whereIn('incidents.mode', modes);
  if (!modes.includes('real')) {
    query.whereRaw("incidents.mode <> 'real'");
  }
}

function causedBy(
  query: Knex.QueryBuilder,
  cause: NonNullable<Filters['cause']>,
): void {
  query.whereNotNull('incidents.cause');
  if (cause !== 'change') {
    query.where('incidents.cause', cause);
  }
}

/** What the list of a history shows: what was dismissed or merged is in it, tests are not. */
export function asListed(
  query: Knex.QueryBuilder,
  filters: Pick<HistoryQuery, 'priority' | 'drills' | 'imported'>,
): void {
  query.whereIn('incidents.mode', [...selectionAsked(filters).modes]);
  // All five would lead SQLite to an index by priority.
  if (filters.priority?.length) {
    query.whereIn('incidents.priority', filters.priority);
  }
}

/** Incidents whose title or entity has words that begin like these, or whose number it is. */
export function matching(db: Knex, query: Knex.QueryBuilder, q: string): void {
  const number = /^(?:inc-?)?(\d{1,9})$/i.exec(q.trim())?.[1];
  query.where(any => {
    havingWords(db, any, q.split(/[^\p{L}\p{N}]+/u).filter(Boolean));
    if (number) {
      any.orWhere('incidents.number', Number(number));
    }
  });
}

function ofPerson(
  query: Knex.QueryBuilder,
  mine: NonNullable<IncidentQuery['mine']>,
  viewer: Viewer,
): void {
  if (viewer.type !== 'user') {
    query.whereRaw('1 = 0');
    return;
  }
  const { ref } = viewer;
  switch (mine) {
    case 'lead':
      query.where('incidents.lead_ref', ref);
      break;
    case 'reported':
      query.whereIn('incidents.id', ids =>
        ids
          .from('incident_people')
          .where('person_ref', ref)
          .whereIn('role', ['reporter', 'affected'])
          .select('incident_id'),
      );
      break;
    default:
      query.whereIn('incidents.id', ids =>
        ids
          .from('incident_people')
          .where({ person_ref: ref, role: 'follower' })
          .select('incident_id'),
      );
  }
}
