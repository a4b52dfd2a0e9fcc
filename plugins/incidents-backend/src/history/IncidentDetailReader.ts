import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  clocksOf,
  isLive,
  isOffered,
  type EntityCandidate,
  type Incident,
  type IncidentDetail,
  type IncidentPolicy,
  type IncidentState,
  type Onlooker,
  type UserCommandType,
} from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { ActionReader } from '../actions';
import type { PreventingReader } from '../actions/PreventingReader';
import type { Access, IncidentResource } from '../authorization';
import { alertsOf, labelsOf, seenBefore } from './incidentAlerts';
import type { IncidentReader } from './IncidentReader';
import { named, namedPerson } from './incidentRows';
import { knownAmong, shownReference } from './references';
import type { NearChanges } from './TimelineReader';

/** Proposes what an incident without entity may be about, of what the asking person may see. */
export interface CandidateFinder {
  candidates(
    labels: Record<string, string>,
    credentials: BackstageCredentials,
  ): Promise<EntityCandidate[]>;
}

/** What the review of an incident says of itself. */
export interface ReviewGlances {
  of(incidentId: string): Promise<IncidentDetail['review']>;
}

/** One incident with all that its own page shows. */
export class IncidentDetailReader {
  readonly #knex: Knex;
  readonly #reader: IncidentReader;
  readonly #candidates: CandidateFinder;
  readonly #actions: Pick<ActionReader, 'ofIncident'>;
  readonly #changes: NearChanges;
  readonly #preventing: PreventingReader;
  readonly #reviews: ReviewGlances;
  readonly #policy: IncidentPolicy;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    reader: IncidentReader;
    candidates: CandidateFinder;
    actions: Pick<ActionReader, 'ofIncident'>;
    changes: NearChanges;
    preventing: PreventingReader;
    reviews: ReviewGlances;
    policy: IncidentPolicy;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#reader = options.reader;
    this.#candidates = options.candidates;
    this.#actions = options.actions;
    this.#changes = options.changes;
    this.#preventing = options.preventing;
    this.#reviews = options.reviews;
    this.#policy = options.policy;
    this.#now = options.now;
  }

  /** @throws NotFoundError also where it exists but may not be known of */
  async get(access: Access, idOrNumber: string): Promise<IncidentDetail> {
    const incident = await this.#reader.get(access, idOrNumber);
    const { id } = incident;
    const [row, people, alerts, earlier] = await Promise.all([
      this.#knex('incidents').where({ id }).first('state'),
      this.#people(id),
      alertsOf(this.#knex, id),
      seenBefore(this.#knex, access, incident),
    ]);
    const state: IncidentState = JSON.parse(row.state);
    const roles = rolesOf(access, people);
    const [texts, actions, changes, known, preventing, review] =
      await Promise.all([
        this.#declaredTexts(id),
        this.#actions.ofIncident(access, id),
        this.#changes.near(state),
        knownAmong(this.#knex, access, [state.mergedInto, state.recurrenceOf]),
        isLive(state.status) && state.entity
          ? this.#preventing.of(access, state.entity.ref, id)
          : [],
        this.#reviews.of(id),
      ]);
    return {
      ...incident,
      description: texts.description ?? null,
      override: state.override ?? null,
      mergedInto: shownReference(state.mergedInto, known),
      recurrenceOf: shownReference(state.recurrenceOf, known),
      affected: state.affected.map(({ entity, level, since }) => ({
        entity: { ref: entity.ref, title: entity.title },
        level,
        since,
      })),
      routing: state.routing,
      told: state.told.map(person => namedPerson(person)!),
      responders: people
        .filter(person => person.role === 'responder')
        .map(person => ({ ref: person.person_ref, title: person.name })),
      followers: people.filter(person => person.role === 'follower').length,
      holders: state.holders.map(({ owner, since }) => ({
        owner: named(owner)!,
        since,
      })),
      clocks: clocksOf(state, this.#policy),
      alerts,
      changes,
      candidates: incident.entityRef
        ? []
        : await this.#candidates.candidates(
            await labelsOf(this.#knex, id),
            access.credentials,
          ),
      review,
      seenBefore: earlier,
      actions,
      preventing,
      viewer: {
        follows: roles.has('follower'),
        isAffected: roles.has('affected'),
        isReporter: roles.has('reporter'),
        commands: this.#commands(access, state, people, roles, incident),
      },
    };
  }

  #commands(
    access: Access,
    state: IncidentState,
    people: PersonRow[],
    roles: ReadonlySet<string>,
    { alertCount, workaround }: Incident,
  ): UserCommandType[] {
    const resource = resourceOf(state, people);
    const { viewer } = access;
    const onlooker: Onlooker = {
      ...(viewer.type === 'user' && { ref: viewer.ref }),
      follows: roles.has('follower'),
      isAffected: roles.has('affected'),
      isReporter: roles.has('reporter'),
      mayRespond: access.may('respond', resource),
      now: this.#now.now(),
      alerts: alertCount,
      hasWorkaround: workaround !== null,
    };
    return access
      .commandsFor(resource)
      .filter(type => isOffered(type, state, onlooker, this.#policy));
  }

  #people(id: string): Promise<PersonRow[]> {
    return this.#knex('incident_people')
      .where({ incident_id: id })
      .orderBy('since')
      .orderBy('person_ref')
      .select('role', 'person_ref', 'name');
  }

  async #declaredTexts(id: string): Promise<Record<string, string>> {
    const row = await this.#knex('incident_texts')
      .where({ incident_id: id, sequence: 1 })
      .first('texts');
    return row ? JSON.parse(row.texts) : {};
  }
}

interface PersonRow {
  role: string;
  person_ref: string;
  name: string;
}

function rolesOf(access: Access, people: PersonRow[]): Set<string> {
  const { viewer } = access;
  return new Set(
    viewer.type === 'user'
      ? people
          .filter(person => person.person_ref === viewer.ref)
          .map(person => person.role)
      : [],
  );
}

const INVOLVED = new Set(['lead', 'told', 'responder']);

/** An incident as permission rules look at it. */
export function resourceOf(
  state: IncidentState,
  people: readonly PersonRow[],
): IncidentResource {
  return {
    id: state.id,
    priority: state.priority,
    visibility: state.visibility,
    ownerRefs: [
      state.owner?.ref,
      ...state.affected.map(({ entity }) => entity.ownerRef),
    ].filter((ref): ref is string => ref !== undefined),
    peopleRefs: people
      .filter(person => INVOLVED.has(person.role))
      .map(person => person.person_ref),
  };
}
