import type {
  Inbox,
  InboxItem,
  InboxQuery,
  InboxView,
  Incident,
  NamedRef,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  inboxClockOf,
  inboxMarkOf,
  needsDecision,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { Access, Viewer } from '../authorization';
import { toInstant, type StoredInstant } from '../database/instant';
import { afterUrgency, decodeCursor, encodeCursor } from '../history/cursor';
import { matching } from '../history/incidentFilters';
import {
  pageOf,
  readableIncidents,
  startAfter,
  type Order,
} from '../history/incidentQuery';
import type { IncidentReader } from '../history/IncidentReader';

/** The teams of a person, and those below them. */
export interface TeamDirectory {
  teamsOf(
    ownershipRefs: readonly string[],
  ): Promise<{ own: NamedRef[]; below: NamedRef[] }>;
}

interface Teams {
  own: NamedRef[];
  below: NamedRef[];
}

/** What the inbox sorts by and lists do not show. */
interface Place {
  risk_count: number;
  due_at: StoredInstant | null;
}

const VIEWS: readonly InboxView[] = ['mine', 'teams', 'unrouted', 'recovered'];

/** Sorts what falls due never behind all that does. */
const NEVER = new Date('9999-12-31T00:00:00.000Z');

/** What needs somebody's decision, most urgent first, with the reason why it is theirs. */
export class InboxReader {
  readonly #knex: Knex;
  readonly #incidents: IncidentReader;
  readonly #teams: TeamDirectory;

  constructor(options: {
    knex: Knex;
    incidents: IncidentReader;
    teams: TeamDirectory;
  }) {
    this.#knex = options.knex;
    this.#incidents = options.incidents;
    this.#teams = options.teams;
  }

  /** One page of a view, and how many each view has; four statements. */
  async read(access: Access, query: InboxQuery): Promise<Inbox> {
    const { viewer } = access;
    const teams =
      viewer.type === 'user'
        ? await this.#teams.teamsOf(viewer.ownershipRefs)
        : { own: [], below: [] };
    const [page, counts] = await Promise.all([
      this.#page(access, teams, query),
      this.#counts(access, teams),
    ]);
    return { view: query.view, ...page, counts, teams: teams.own };
  }

  async #page(
    access: Access,
    teams: Teams,
    query: InboxQuery,
  ): Promise<Pick<Inbox, 'items' | 'nextCursor'>> {
    const found = this.#inView(
      this.#live(access),
      access.viewer,
      teams,
      query.view,
    );
    if (query.q) {
      matching(this.#knex, found, query.q);
    }
    if (query.priority?.length) {
      found.whereIn('incidents.priority', query.priority);
    }
    const order = mostUrgent(this.#knex);
    if (query.cursor) {
      startAfter(this.#knex, found, order, placeOf(query.cursor));
    }
    found.select('incidents.risk_count', 'incidents.due_at');
    const rows = await pageOf<Place>(this.#knex, found, order, query.limit + 1);
    const shown = rows.slice(0, query.limit);
    const incidents = this.#incidents.toIncidents(shown);
    const follows = await this.#followed(access.viewer, incidents);
    return {
      items: incidents.map(incident => ({
        incident,
        why: whyHere(incident, access.viewer, teams, follows),
        clock: inboxClockOf(incident),
        mark: inboxMarkOf(incident),
        needsDecision: needsDecision(incident),
      })),
      nextCursor:
        rows.length > query.limit
          ? cursorOf(shown[shown.length - 1], incidents[shown.length - 1])
          : null,
    };
  }

  async #counts(access: Access, teams: Teams): Promise<Inbox['counts']> {
    // What may be read is worked out once for all of them.
    const inView = (view: InboxView) =>
      this.#inView(this.#knex('live as incidents'), access.viewer, teams, view);
    const count = (rows: Knex.QueryBuilder, name: string) =>
      rows.count('*').as(name);
    const [row]: Record<keyof Inbox['counts'], number | string>[] =
      await this.#knex
        .withMaterialized('live', this.#live(access).select('incidents.*'))
        .select(
          ...VIEWS.map(view => count(inView(view), view)),
          count(
            inView('teams').where('incidents.status', 'triage'),
            'decisions',
          ),
        );
    return {
      mine: Number(row.mine),
      teams: Number(row.teams),
      unrouted: Number(row.unrouted),
      recovered: Number(row.recovered),
      decisions: Number(row.decisions),
    };
  }

  #live(access: Access): Knex.QueryBuilder {
    return readableIncidents(this.#knex, access).where('incidents.live', true);
  }

  #inView(
    rows: Knex.QueryBuilder,
    viewer: Viewer,
    teams: Teams,
    view: InboxView,
  ): Knex.QueryBuilder {
    switch (view) {
      case 'mine':
        return this.#mine(rows, viewer);
      case 'unrouted':
        return rows
          .whereNotNull('incidents.unrouted')
          .whereNull('incidents.recovered_at');
      case 'recovered':
        return this.#ofTeams(rows, viewer, teams)
          .whereNotNull('incidents.recovered_at')
          .where('incidents.status', 'triage');
      default:
        return this.#ofTeams(rows, viewer, teams).where(open =>
          open
            .whereNull('incidents.recovered_at')
            .orWhereNot('incidents.status', 'triage'),
        );
    }
  }

  #mine<Q extends Knex.QueryBuilder>(rows: Q, viewer: Viewer): Q {
    if (viewer.type !== 'user') {
      return rows.whereRaw('1 = 0') as Q;
    }
    const { ref } = viewer;
    return rows.whereIn('incidents.id', ids =>
      ids
        .from('incident_people')
        .where('person_ref', ref)
        .whereIn('role', ['lead', 'reporter', 'follower', 'affected'])
        .select('incident_id'),
    ) as Q;
  }

  #ofTeams<Q extends Knex.QueryBuilder>(
    rows: Q,
    viewer: Viewer,
    teams: Teams,
  ): Q {
    const refs = [...teams.own, ...teams.below].map(team => team.ref);
    return rows.where(any => {
      any.whereIn('incidents.owner_ref', refs);
      if (viewer.type === 'user') {
        any
          .orWhere('incidents.lead_ref', viewer.ref)
          .orWhere('incidents.owner_ref', viewer.ref)
          .orWhereIn('incidents.id', ids =>
            ids
              .from('incident_people')
              .where({ person_ref: viewer.ref, role: 'told' })
              .select('incident_id'),
          );
      }
    }) as Q;
  }

  async #followed(
    viewer: Viewer,
    incidents: readonly Incident[],
  ): Promise<Set<string>> {
    if (viewer.type !== 'user' || incidents.length === 0) {
      return new Set();
    }
    const rows = await this.#knex('incident_people')
      .where({ person_ref: viewer.ref, role: 'follower' })
      .whereIn(
        'incident_id',
        incidents.map(({ id }) => id),
      )
      .select('incident_id');
    return new Set(rows.map(row => row.incident_id));
  }
}

/** Priority, then how many risks, then what falls due next, then age, of equals the older number. */
function mostUrgent(db: Knex): Order {
  return {
    by: [
      'incidents.priority',
      db.raw('-incidents.risk_count'),
      db.raw('coalesce(incidents.due_at, ?)', [NEVER]),
      'incidents.declared_at',
      'incidents.number',
    ],
    direction: 'asc',
  };
}

function cursorOf(
  row: Place & { number: number },
  { priority, declaredAt }: Incident,
): string {
  const dueAt = toInstant(row.due_at ?? NEVER);
  return encodeCursor([
    priority,
    row.risk_count,
    dueAt,
    declaredAt,
    row.number,
  ]);
}

function placeOf(cursor: string): (string | number | Date)[] {
  const [priority, risks, dueAt, declaredAt, number] = decodeCursor(
    cursor,
    afterUrgency,
  );
  return [priority, -risks, new Date(dueAt), new Date(declaredAt), number];
}

function whyHere(
  incident: Incident,
  viewer: Viewer,
  teams: Teams,
  follows: ReadonlySet<string>,
): InboxItem['why'] {
  const person = viewer.type === 'user' ? viewer.ref : undefined;
  if (person && incident.leadRef === person) {
    return { code: 'you-lead', teamTitle: null };
  }
  const own = teams.own.find(team => team.ref === incident.ownerRef);
  if (own) {
    return { code: 'your-team-owns', teamTitle: own.title };
  }
  const below = teams.below.find(team => team.ref === incident.ownerRef);
  if (below) {
    return { code: 'your-child-team-owns', teamTitle: below.title };
  }
  if (person && incident.reporterRef === person) {
    return { code: 'you-reported', teamTitle: null };
  }
  if (follows.has(incident.id)) {
    return { code: 'you-follow', teamTitle: null };
  }
  return incident.unrouted
    ? { code: 'unrouted', teamTitle: null }
    : { code: 'you-were-told', teamTitle: incident.owner?.title ?? null };
}
