import type {
  Actor,
  IncidentState,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  DEFAULT_DUE_WITHIN,
  type ActionCommand,
  type ActionPolicy,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import {
  DEFAULT_REVIEW_POLICY,
  type AnyReviewCommand,
  type ReviewPolicy,
} from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { Knex } from 'knex';
import type { ActionWriter } from '../../../plugins/incidents-backend/src/actions/ActionWriter';
import { composeActionWriting } from '../../../plugins/incidents-backend/src/actions/composeActionWriting';
import { IncidentActions } from '../../../plugins/incidents-backend/src/actions/IncidentActions';
import { ClockStore } from '../../../plugins/incidents-backend/src/clocks';
import { silentOutbox } from '../../../plugins/incidents-backend/src/playback/silent';
import { ReviewEventStore } from '../../../plugins/incidents-backend/src/reviews/ReviewEventStore';
import { ReviewStore } from '../../../plugins/incidents-backend/src/reviews/ReviewStore';
import { ReviewWriter } from '../../../plugins/incidents-backend/src/reviews/ReviewWriter';
import { componentRef, groupRef, userRef } from './organisation';
import { draw } from './plan';

/** The latest incidents of the busiest service, where it has so many. */
const REVIEWS = 200;

/** Of two incidents together: so two and a half each. */
const ACTIONS_OF_TWO = 5;

const DAY = 86_400_000;

const TAGS = [
  'missing-alert',
  'capacity',
  'configuration',
  'dependency',
  'slow-rollback',
  'untested-path',
];

/** What became of action items; a third is open. */
const COURSES: readonly (readonly ActionCommand['type'][])[] = [
  [],
  ['accept', 'start'],
  ['accept', 'finish'],
  ['accept', 'start', 'finish'],
  ['accept', 'finish', 'verify'],
  ['accept', 'wont-do'],
];

/** What commands say beside their type. */
const SAID: Partial<Record<ActionCommand['type'], object>> = {
  verify: { how: 'It did not come again in a month' },
  'wont-do': { reason: 'The service is replaced' },
};

const ACTIONS: ActionPolicy = { dueWithin: DEFAULT_DUE_WITHIN, zone: 'UTC' };

/** It does not matter here what a review lacks. */
const REVIEWING: ReviewPolicy = {
  ...DEFAULT_REVIEW_POLICY,
  template: { ...DEFAULT_REVIEW_POLICY.template, gate: [] },
};

const author = person(0);
const approver = person(1);

/** Writes what was learnt of the busiest service, and what is done about it, as people would. */
export async function learn(knex: Knex, now: string): Promise<void> {
  const clocks = new ClockStore();
  const reviews = new ReviewWriter({
    reviews: new ReviewStore(),
    events: new ReviewEventStore(),
    clocks,
    outbox: silentOutbox,
    actions: new IncidentActions(),
    policy: REVIEWING,
  });
  const { writer: actions } = composeActionWriting({
    policy: ACTIONS,
    clocks,
    outbox: silentOutbox,
    groups: { peopleAsStored: async () => new Map() },
  });
  const states: string[] = await knex('incidents')
    .where({ entity_ref: componentRef(0), mode: 'real', live: false })
    .whereIn('status', ['resolved', 'closed'])
    // The sample company has reviewed some of them already.
    .whereNotIn(
      'id',
      knex('reviews')
        .whereIn('status', ['draft', 'in-review', 'approved'])
        .select('incident_id'),
    )
    .orderBy('declared_at', 'desc')
    .limit(REVIEWS)
    .pluck('state');
  for (const [index, state] of states.entries()) {
    const incident: IncidentState = JSON.parse(state);
    await knex.transaction(async tx => {
      await review(tx, reviews, incident, index, now);
      const count = Math.floor(ACTIONS_OF_TWO / 2) + (index % 2);
      for (let n = 0; n < count; n++) {
        await act(tx, actions, incident, index * 3 + n, now);
      }
    });
  }
}

/** Whom the reviews name. */
const people = new Map([[author.ref, author]]);

async function review(
  tx: Knex.Transaction,
  writer: ReviewWriter,
  incident: IncidentState,
  index: number,
  now: string,
): Promise<void> {
  const tags = [tagOf(index), TAGS[index % TAGS.length]];
  const written: readonly (readonly [Actor, AnyReviewCommand])[] = [
    [author, { type: 'start' }],
    [author, { type: 'assign-owner', ownerRef: author.ref }],
    ...['summary', 'impact', 'detection'].map(
      section =>
        [
          author,
          {
            type: 'write-section',
            section,
            baseVersion: 0,
            text: `What there is to say of it: ${incident.title}.`,
          },
        ] as const,
    ),
    ...tags.map(
      tag =>
        [
          author,
          { type: 'add-factor', tag, text: `It had to do with ${tag}.` },
        ] as const,
    ),
    [author, { type: 'hand-in' }],
    [approver, { type: 'approve' }],
  ];
  for (const [actor, command] of written) {
    await writer.execute(
      tx,
      { command },
      { now: daysAfter(incident, 3, now), actor, incident, people },
    );
  }
}

async function act(
  tx: Knex.Transaction,
  writer: ActionWriter,
  incident: IncidentState,
  ordinal: number,
  now: string,
): Promise<void> {
  const proposed = daysAfter(incident, 2, now);
  const id = await writer.propose(
    tx,
    {
      request: {
        title: `See to it that ${incident.title} does not come again`,
        type: ordinal % 2 === 0 ? 'prevent' : 'detect',
        factor: tagOf(ordinal),
      },
      priority: incident.priority,
      place: {
        entity: { ref: componentRef(0), title: 'Busiest service' },
        owner: { ref: groupRef(0), title: 'Team 0' },
        told: [],
      },
      responsible: { ref: userRef(0, 0), name: author.name },
      accountable: { ref: userRef(0, 1), name: approver.name },
      origins: [{ id: incident.id, number: incident.number }],
    },
    { now: proposed, actor: author },
  );
  for (const type of COURSES[ordinal % COURSES.length]) {
    await writer.execute(
      tx,
      id,
      { command: { type, ...SAID[type] } as ActionCommand },
      {
        now: daysAfter(incident, 2 + Math.floor(draw(ordinal) * 30), now),
        actor: approver,
        who: {
          ref: userRef(0, 1),
          ownershipRefs: [],
          permissions: ['participate', 'respond', 'manage'],
        },
      },
    );
  }
}

/** Some are named often, others hardly ever. */
function tagOf(ordinal: number): string {
  return TAGS[Math.floor(draw(ordinal) ** 2 * TAGS.length)];
}

function daysAfter(
  { stamps }: IncidentState,
  days: number,
  now: string,
): string {
  const at = Date.parse(stamps.resolvedAt ?? stamps.declaredAt) + days * DAY;
  return new Date(Math.min(at, Date.parse(now))).toISOString();
}

function person(member: number): Extract<Actor, { type: 'user' }> {
  return { type: 'user', ref: userRef(0, member), name: `Member ${member}` };
}
