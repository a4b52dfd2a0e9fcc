import {
  isLive,
  type IncidentState,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  actionCommandSchema,
  createActionSchema,
  declareSchema,
  reviewCommandSchema,
  userCommandSchema,
} from '@linchpin/backstage-plugin-incidents-common/schemas';
import { guest } from './people';
import { deployments } from './chapters/deployments';
import { lessons, reviewedElsewhere } from './chapters/lessons';
import { refsOf } from './refs';
import type { StoryStep } from './script';
import { story } from './story';
import { sampleCatalog } from './__testUtils__/organisation';
import { play, type Played } from './__testUtils__/stage';

const NOW = '2026-11-21T13:18:00.000Z';
const catalog = sampleCatalog();

function ending(now = NOW): Played[] {
  return [...play(story(now), catalog, now).values()];
}

function refusalOf(step: StoryStep) {
  switch (step.does) {
    case 'command':
      return userCommandSchema.safeParse(step.command).error;
    case 'declare':
      return declareSchema.safeParse(step.request).error;
    case 'review':
      return reviewCommandSchema.safeParse(step.command).error;
    case 'propose':
      return createActionSchema.safeParse({ ...step.action, incidents: ['1'] })
        .error;
    case 'act':
      return actionCommandSchema.safeParse(step.command).error;
    default:
      return undefined;
  }
}

const states = (played: Played[]) => played.map(({ state }) => state);

/** Incidents that touch an entity, as root or otherwise. */
const touching = (played: Played[], ref: string): IncidentState[] =>
  states(played).filter(state =>
    state.affected.some(({ entity }) => entity.ref === ref),
  );

describe('the story', () => {
  it.each([
    ['at noon', NOW],
    ['right after midnight', '2026-11-21T00:00:30.000Z'],
    ['early on a Monday', '2026-11-23T00:05:00.000Z'],
    ['late on a Sunday', '2026-11-22T23:59:59.000Z'],
    ['on a leap day', '2028-02-29T12:00:00.000Z'],
  ])('runs through without a refusal when told %s', (_when, now) => {
    const incidents = story(now);
    for (const { steps } of incidents) {
      const times = steps.map(({ at }) => at);
      expect(times).toEqual([...times].sort());
      expect(times[times.length - 1] <= now).toBe(true);
    }
    expect(
      states(ending(now)).filter(({ status }) => isLive(status)),
    ).toHaveLength(4);
  });

  it('tells the same twice', () => {
    expect(story(NOW)).toEqual(story(NOW));
  });

  it('says only what a person could send', () => {
    for (const { key, steps } of story(NOW)) {
      for (const step of steps) {
        expect({ key, step, refused: refusalOf(step) }).toEqual({
          key,
          step,
          refused: undefined,
        });
      }
    }
  });

  it('is played by people of the sample organisation, under their own names', () => {
    const actors = story(NOW).flatMap(({ steps }) =>
      steps.flatMap(step => ('actor' in step ? [step.actor] : [])),
    );
    for (const actor of actors) {
      expect(catalog.users.get(actor.ref)).toEqual(actor);
    }
  });

  it('has alerts about what is in the sample organisation, but for one on purpose', () => {
    const alerts = story(NOW).flatMap(({ steps }) =>
      steps.flatMap(step => ('alert' in step ? [step.alert] : [])),
    );
    for (const { entityRef } of alerts.filter(alert => alert.entityRef)) {
      expect(catalog.entities.has(entityRef!)).toBe(true);
    }
    expect(
      alerts
        .filter(({ entityRef }) => !entityRef)
        .map(({ labels }) => labels.service),
    ).toEqual(['pay-gw']);
  });

  it('leaves four incidents live, oldest first', () => {
    const live = ending().filter(({ state }) => isLive(state.status));
    expect(
      live.map(({ state, affectedPeople }) => ({
        number: state.number,
        title: state.title,
        priority: state.priority,
        status: state.status,
        owner: state.owner?.title,
        lead: state.lead?.name,
        unrouted: state.unrouted,
        affectedPeople: affectedPeople.length,
      })),
    ).toEqual([
      {
        number: 41,
        title: 'Card payments time out for 1 in 5 bookings',
        priority: 'P2',
        status: 'fixing',
        owner: 'Payments',
        lead: 'Nadia Haddad',
        unrouted: undefined,
        affectedPeople: 4,
      },
      {
        number: 42,
        title: 'Travellers are signed out when they choose a seat',
        priority: 'P3',
        status: 'triage',
        owner: 'Booking',
        lead: undefined,
        unrouted: undefined,
        affectedPeople: 4,
      },
      {
        number: 43,
        title: 'Refund queue grows faster than it drains',
        priority: 'P3',
        status: 'triage',
        owner: 'Payments',
        lead: undefined,
        unrouted: undefined,
        affectedPeople: 0,
      },
      {
        number: 44,
        title: 'Probe of pay-gw fails from two of three places',
        priority: 'P3',
        status: 'triage',
        owner: undefined,
        lead: undefined,
        unrouted: 'no-entity',
        affectedPeople: 0,
      },
    ]);
  });

  it('has the P2 name three more entities and promise news in 12 minutes', () => {
    const p2 = states(ending()).find(({ number }) => number === 41)!;
    expect(
      p2.affected.map(({ entity, level }) => [entity.title, level]),
    ).toEqual([
      ['payments-api', 'root'],
      ['checkout-api', 'confirmed'],
      ['refund-worker', 'confirmed'],
      ['payments-db', 'suspected'],
    ]);
    expect(p2.nextUpdateAt).toBe('2026-11-21T13:30:00.000Z');
    expect(p2.updates).toBe(2);
  });

  it('tells the guest of the refunds that wait', () => {
    const refunds = states(ending()).find(({ number }) => number === 43)!;
    expect(refunds.told).toContainEqual(guest);
  });

  it('reviews each incident of which it says what was learned, or why there was no need', () => {
    const reviewed = story(NOW)
      .filter(({ steps }) => steps.some(({ does }) => does === 'review'))
      .map(({ key }) => key);
    expect(reviewed.sort()).toEqual(
      [...Object.keys(lessons), ...reviewedElsewhere.keys()].sort(),
    );
  });

  it('resolved a P1 yesterday that nobody has closed yet', () => {
    const recent = states(ending()).filter(
      ({ status }) => status === 'resolved',
    );
    expect(recent).toHaveLength(1);
    expect(recent[0]).toMatchObject({
      priority: 'P1',
      stamps: { resolvedAt: expect.stringMatching(/^2026-11-20T/) },
    });
  });

  it('looks back on forty incidents of every ending', () => {
    const past = states(ending()).filter(({ status }) => !isLive(status));
    const endings = past.reduce<Record<string, number>>(
      (count, { status }) => ({ ...count, [status]: (count[status] ?? 0) + 1 }),
      {},
    );
    expect(endings).toEqual({
      closed: 36,
      resolved: 1,
      dismissed: 2,
      merged: 1,
    });
    expect(past.filter(({ mode }) => mode === 'drill')).toHaveLength(2);
    expect(past.filter(({ reopened }) => reopened > 0)).toHaveLength(1);
    expect(
      past.filter(
        ({ recoveredAt, status }) => status === 'closed' && recoveredAt,
      ),
    ).toHaveLength(3);
    expect(new Set(past.map(({ priority }) => priority))).toEqual(
      new Set(['P1', 'P2', 'P3', 'P4', 'P5']),
    );
  });

  it('knows which deployment caused what, and leaves that of today to be found', () => {
    const causes = states(ending()).flatMap(({ number, causedBy }) =>
      causedBy ? [[number, causedBy.title]] : [],
    );
    expect(causes.map(([, title]) => title)).toEqual([
      'payments-db 15.4',
      'payments-db 15.6',
      'payments-db 15.8',
    ]);
    const today = story(NOW).find(
      ({ key }) => key === 'card-payments-time-out',
    );
    expect(today?.steps[0]).toMatchObject({
      does: 'change',
      change: { title: 'payments-db 15.9' },
    });
  });

  it('is surrounded by deployments that nobody noticed, none of them ahead', () => {
    const made = deployments(NOW);
    const names = made.map(step => step.does === 'change' && step.change.title);
    expect(new Set(names).size).toBe(made.length);
    expect(made.length).toBeGreaterThan(100);
    expect(made.every(({ at }) => at < NOW)).toBe(true);
    expect(refsOf([{ key: '', steps: made }])).toEqual(
      expect.arrayContaining(['component:default/payments-api']),
    );
    for (const ref of refsOf([{ key: '', steps: made }])) {
      expect(catalog.entities.has(ref)).toBe(true);
    }
  });

  it('comes back to one database and never touches the weather', () => {
    const played = ending();
    expect(
      touching(played, 'resource:default/payments-db').length,
    ).toBeGreaterThanOrEqual(10);
    expect(touching(played, 'component:default/weather-widget')).toEqual([]);
  });
});
