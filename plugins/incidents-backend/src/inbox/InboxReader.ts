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
  inboxOrder,
  needsDecision,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { Access, Viewer } from '../authorization';
import { afterPlace, decodeCursor, encodeCursor } from '../history/cursor';
import { matching } from '../history/incidentFilters';
import { readableIncidents } from '../history/incidentQuery';
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

/** No inbox shows more; whoever has more than that filters. */
const INBOX_MAX = 500;

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

  async read(access: Access, query: InboxQuery): Promise<Inbox> {
    const { viewer } = access;
    const teams =
      viewer.type === 'user'
        ? await this.#teams.teamsOf(viewer.ownershipRefs)
        : { own: [], below: [] };
    const [items, counts] = await Promise.all([
      this.#items(access, teams, query),
      this.#counts(access, teams),
    ]);
    const [start] = query.cursor ? decodeCursor(query.cursor, afterPlace) : [0];
    const end = start + query.limit;
    return {
      view: query.view,
      items: items.slice(start, end),
      nextCursor: end < items.length ? encodeCursor([end]) : null,
      counts,
      teams: teams.own,
    };
  }

  async #items(
    access: Access,
    teams: Teams,
    query: InboxQuery,
  ): Promise<InboxItem[]> {
    const rows = this.#inView(access, teams, query.view).limit(INBOX_MAX);
    if (query.q) {
      matching(rows, query.q);
    }
    if (query.priority?.length) {
      rows.whereIn('incidents.priority', query.priority);
    }
    const incidents = await this.#incidents.complete(await rows);
    const follows = await this.#followed(access.viewer, incidents);
    return incidents
      .map(incident => ({
        incident,
        why: whyHere(incident, access.viewer, teams, follows),
        clock: inboxClockOf(incident),
        mark: inboxMarkOf(incident),
        needsDecision: needsDecision(incident),
      }))
      .sort((a, b) => inboxOrder(a.incident, b.incident));
  }

  async #counts(access: Access, teams: Teams): Promise<Inbox['counts']> {
    const [mine, team, unrouted, recovered] = await Promise.all(
      (['mine', 'teams', 'unrouted', 'recovered'] as const).map(view =>
        this.#count(this.#inView(access, teams, view)),
      ),
    );
    const decisions = await this.#count(
      this.#inView(access, teams, 'teams').where(waiting =>
        waiting.where('incidents.status', 'triage'),
      ),
    );
    return { mine, teams: team, unrouted, recovered, decisions };
  }

  async #count(rows: Knex.QueryBuilder): Promise<number> {
    const [row] = await rows.clearSelect().count({ n: '*' });
    return Number((row as { n: number | string }).n);
  }

  #inView(access: Access, teams: Teams, view: InboxView) {
    const rows = readableIncidents(this.#knex, access).where(
      'incidents.live',
      true,
    );
    switch (view) {
      case 'mine':
        return this.#mine(rows, access.viewer);
      case 'unrouted':
        return rows
          .whereNotNull('incidents.unrouted')
          .whereNull('incidents.recovered_at');
      case 'recovered':
        return this.#ofTeams(rows, access.viewer, teams)
          .whereNotNull('incidents.recovered_at')
          .where('incidents.status', 'triage');
      default:
        return this.#ofTeams(rows, access.viewer, teams).where(open =>
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
    const { ref } = viewer.person;
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
          .orWhere('incidents.lead_ref', viewer.person.ref)
          .orWhere('incidents.owner_ref', viewer.person.ref)
          .orWhereIn('incidents.id', ids =>
            ids
              .from('incident_people')
              .where({ person_ref: viewer.person.ref, role: 'told' })
              .select('incident_id'),
          );
      }
    }) as Q;
  }

  async #followed(
    viewer: Viewer,
    incidents: readonly Incident[],
  ): Promise<Set<string>> {
    if (viewer.type !== 'user') {
      return new Set();
    }
    const rows = await this.#knex('incident_people')
      .where({ person_ref: viewer.person.ref, role: 'follower' })
      .whereIn(
        'incident_id',
        incidents.map(({ id }) => id),
      )
      .select('incident_id');
    return new Set(rows.map(row => row.incident_id));
  }
}

function whyHere(
  incident: Incident,
  viewer: Viewer,
  teams: Teams,
  follows: ReadonlySet<string>,
): InboxItem['why'] {
  const person = viewer.type === 'user' ? viewer.person.ref : undefined;
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
