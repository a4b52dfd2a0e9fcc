import fc from 'fast-check';
import type { Command } from '../commands';
import { after } from '../policy';
import {
  DISMISS_REASONS,
  HOLD_REASONS,
  IMPACTS,
  PRIORITIES,
  RISKS,
  URGENCIES,
  type Instant,
} from '../vocabulary';
import { ordersDb, paymentsApi } from './stage';

/** A command whose times are relative to when it is sent. */
export type CommandAt = (now: Instant) => Command;

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const milliseconds = fc.oneof(
  fc.constantFrom(0, 1, -1, -DAY, DAY),
  fc.integer({ min: -2 * HOUR, max: 2 * HOUR }),
);
const words = fc.constantFrom('No.', 'The disk of the database is full again');
const note = fc.option(words, { nil: undefined });
const entityRef = fc.constantFrom(
  paymentsApi.ref,
  ordersDb.ref,
  'component:default/unowned',
  'component:default/missing',
);
const impact = fc.constantFrom(...IMPACTS);
const urgency = fc.constantFrom(...URGENCIES);

function plain<Type extends Command['type']>(type: Type) {
  return fc.constant<CommandAt>(() => ({ type }) as Command);
}

function arbitrary<Fields>(
  fields: { [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> },
  build: (fields: Fields, now: Instant) => Command,
): fc.Arbitrary<CommandAt> {
  return fc
    .record<Fields>(fields)
    .map(drawn => (now: Instant) => build(drawn, now));
}

/** Every command that a person can send, with sensible and foolish values. */
const userCommand: fc.Arbitrary<CommandAt> = fc.oneof(
  { arbitrary: plain('acknowledge'), weight: 10 },
  { arbitrary: plain('undo'), weight: 6 },
  plain('resume'),
  plain('close'),
  plain('follow'),
  plain('unfollow'),
  { arbitrary: plain('confirm-workaround'), weight: 2 },
  plain('retract-workaround'),
  arbitrary(
    { changeId: fc.constantFrom('change-1', 'change-2') },
    ({ changeId }) => ({ type: 'link-change', changeId }),
  ),
  plain('unlink-change'),
  plain('make-private'),
  plain('make-public'),
  arbitrary(
    { reason: fc.constantFrom(...DISMISS_REASONS), note },
    ({ reason, note: said }) => ({ type: 'dismiss', reason, note: said }),
  ),
  arbitrary(
    {
      to: fc.constantFrom(
        'group:default/payments',
        'group:default/storage',
        'group:default/empty',
        'group:default/missing',
      ),
      reason: words,
    },
    ({ to, reason }) => ({ type: 'pass-on', to, reason }),
  ),
  {
    arbitrary: arbitrary(
      { to: fc.constantFrom('investigating', 'fixing', 'monitoring'), note },
      ({ to, note: said }) => ({ type: 'change-status', to, note: said }),
    ),
    weight: 10,
  },
  {
    arbitrary: arbitrary(
      { reason: fc.constantFrom(...HOLD_REASONS), wait: milliseconds },
      ({ reason, wait }, now) => ({
        type: 'hold',
        reason,
        resumeBy: after(now, wait),
      }),
    ),
    weight: 6,
  },
  arbitrary(
    { text: words, wait: fc.option(milliseconds, { nil: undefined }) },
    ({ text, wait }, now) => ({
      type: 'post-update',
      impact: text,
      action: text,
      ...(wait !== undefined && { nextUpdateAt: after(now, wait) }),
    }),
  ),
  arbitrary({ text: words }, ({ text }) => ({ type: 'add-note', text })),
  arbitrary(
    { ago: fc.option(milliseconds, { nil: undefined }) },
    ({ ago }, now) => ({
      type: 'resolve',
      ...(ago !== undefined && { at: after(now, ago) }),
    }),
  ),
  plain('resolve'),
  {
    arbitrary: arbitrary({ reason: words }, ({ reason }) => ({
      type: 'reopen',
      reason,
    })),
    weight: 6,
  },
  {
    arbitrary: fc.constant<CommandAt>(() => ({
      type: 'merge',
      into: 'the other one',
    })),
    weight: 2,
  },
  arbitrary(
    { alerts: fc.subarray(['alert-1', 'alert-2'], { minLength: 1 }) },
    ({ alerts }) => ({ type: 'move-out', alerts }),
  ),
  arbitrary({ symptom: note }, ({ symptom }) => ({
    type: 'report-affected',
    symptom,
  })),
  arbitrary(
    {
      impact,
      urgency,
      risks: fc.array(fc.constantFrom(...RISKS), { maxLength: 6 }),
      chosen: fc.option(fc.constantFrom(...PRIORITIES), { nil: undefined }),
      reason: words,
    },
    ({ chosen, reason, ...levels }) => ({
      type: 'prioritise',
      ...levels,
      ...(chosen && { override: { priority: chosen, reason } }),
    }),
  ),
  arbitrary({ entityRef }, ({ entityRef: ref }) => ({
    type: 'assign-entity',
    entityRef: ref,
  })),
  arbitrary(
    {
      entityRef,
      level: fc.constantFrom('suspected', 'confirmed', 'recovered'),
    },
    ({ entityRef: ref, level }) => ({
      type: 'mark-affected',
      entityRef: ref,
      level,
    }),
  ),
  arbitrary({ entityRef }, ({ entityRef: ref }) => ({
    type: 'unmark-affected',
    entityRef: ref,
  })),
  arbitrary({ title: words }, ({ title }) => ({ type: 'rename', title })),
  {
    arbitrary: arbitrary(
      {
        stamp: fc.constantFrom(
          'impactStartedAt',
          'detectedAt',
          'acknowledgedAt',
          'mitigatedAt',
          'resolvedAt',
        ),
        ago: milliseconds,
        reason: words,
      },
      ({ stamp, ago, reason }, now) => ({
        type: 'correct-time',
        stamp,
        at: after(now, ago),
        reason,
      }),
    ),
    weight: 6,
  },
);

/** What the product itself does, at any time, whether or not it makes sense then. */
const systemCommand: fc.Arbitrary<CommandAt> = fc.oneof(
  plain('recover'),
  plain('relapse'),
  plain('resume-due'),
  plain('close-quiet'),
  plain('resolve-recovered'),
  plain('expire-undo'),
  fc.constant<CommandAt>(() => ({
    type: 'reopen',
    reason: 'The alert fires again',
  })),
  arbitrary({ impact, urgency }, levels => ({ type: 'raise', ...levels })),
  arbitrary(
    {
      clock: fc.constantFrom(
        'acknowledge-warning',
        'acknowledge',
        'update-warning',
        'update',
        'watch',
      ),
      ago: milliseconds,
    },
    ({ clock, ago }, now) => ({
      type: 'fire-clock',
      clock,
      dueAt: after(now, ago),
    }),
  ),
);

/** One step of what can happen to three incidents. */
export type Step =
  | { does: 'wait'; milliseconds: number }
  | { does: 'fire-clocks' }
  | { does: 'reroute'; incident: number }
  | {
      does: 'command';
      incident: number;
      other: number;
      actor: number;
      mayRespond: boolean;
      command: CommandAt;
    }
  | { does: 'system'; incident: number; command: CommandAt };

export const INCIDENTS = 3;
export const ACTORS = 4;

const incident = fc.nat({ max: INCIDENTS - 1 });

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    arbitrary: fc.record({
      does: fc.constant('command' as const),
      incident,
      other: incident,
      actor: fc.nat({ max: ACTORS - 1 }),
      mayRespond: fc.boolean(),
      command: userCommand,
    }),
    weight: 16,
  },
  {
    arbitrary: fc.record({
      does: fc.constant('system' as const),
      incident,
      command: systemCommand,
    }),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      milliseconds: fc.oneof(
        { arbitrary: fc.nat({ max: HOUR }), weight: 6 },
        fc.nat({ max: 3 * DAY }),
      ),
    }),
    weight: 4,
  },
  fc.constant({ does: 'fire-clocks' as const }),
  fc.record({ does: fc.constant('reroute' as const), incident }),
);
