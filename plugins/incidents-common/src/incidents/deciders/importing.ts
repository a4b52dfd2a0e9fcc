import type { ImportCommand } from '../commands';
import { on, refuse, type Decision, type Facts } from '../decision';
import type { DecidedEvent, EventData, EventTexts, EventType } from '../events';
import { replay } from '../evolve';
import { impactOutOfOrder } from '../impact';
import type { Past, PastMoment } from '../past';
import { priorityOf } from '../priority';
import { isLive, type Instant } from '../vocabulary';

/**
 * What an imported past leads to: its declaration, and a fact for each thing that
 * was different from one moment to the next; for a moment at which nothing was, that
 * somebody changed something. Nobody is told, nothing falls due, and no alert joins
 * what has the mode `backfill`.
 *
 * Refused where the past contradicts itself, with the field that does; never
 * because of a transition.
 * @public
 */
export function decideImport(
  { id, number, past }: ImportCommand,
  { now }: Pick<Facts, 'now'>,
): Decision {
  const wrong = contradiction(past, now);
  if (wrong) {
    return refuse('input', wrong.message, wrong.field);
  }
  const first = beginOf(past);
  const events = [
    ...beginning(past, first, number),
    ...past.moments
      .slice(first + 1)
      .flatMap((moment, index) =>
        orNothing(moment, difference(past, first + 1 + index)),
      ),
    ...ending(past),
  ];
  const misplaced = impactOutOfOrder(replay(id, events).impactWindows);
  return misplaced
    ? refuse(
        'input',
        `The impact from ${misplaced.from} to ${misplaced.to} would not be in order`,
        'resolvedAt',
      )
    : { events: on(id, ...events) };
}

interface Contradiction {
  field: string;
  message: string;
}

function contradiction(past: Past, now: Instant): Contradiction | undefined {
  const { declaredAt, impactStartedAt, detectedAt, moments } = past;
  const resolvedAt = past.resolvedAt ?? undefined;
  const last = moments[moments.length - 1];
  const stamps = Object.entries({ declaredAt, detectedAt, resolvedAt });

  const began = impactStartedAt ?? declaredAt;
  const early = stamps.find(([, at]) => at && at < began);
  if (early) {
    const [field, at] = early;
    return impactStartedAt
      ? {
          field: 'impactStartedAt',
          message: `The impact cannot have started (${began}) after ${field} (${at})`,
        }
      : { field, message: `${at} lies before it was declared (${began})` };
  }
  if (last.status === 'closed' && resolvedAt && resolvedAt > last.at) {
    return {
      field: 'resolvedAt',
      message: `It was closed (${last.at}) before it was resolved (${resolvedAt})`,
    };
  }
  const future = [...stamps, ['changedAt', last.at] as const].find(
    ([, at]) => at && at > now,
  );
  return future && { field: future[0], message: `${future[1]} is yet to come` };
}

/** The place of the moment that says what was so at the declaration. */
function beginOf({ moments, declaredAt }: Past): number {
  const known = moments.filter(({ at }) => at <= declaredAt).length;
  return Math.max(0, known - 1);
}

/** The declaration, and what was so from then on. */
function beginning(past: Past, first: number, number: number): DecidedEvent[] {
  const { declaredAt, moments } = past;
  const known = moments[first];
  const begin = { ...known, at: declaredAt };
  const resolvedAt = resolvedFrom(past, first);
  const { impact, urgency } = known;
  const {
    hold: _hold,
    lead: _lead,
    ...declared
  } = {
    ...begin,
    status: statusAtFirst(known.status, resolvedAt),
    priority: priorityOf({ impact, urgency, risks: [] }),
  };
  const after = isLive(known.status)
    ? begin
    : { ...known, at: laterOf(known.at, declaredAt) };
  return [
    declaration(past, declared, number),
    routed(past, begin),
    ...assessed(past, declared, begin),
    ...statuses(past, declared, after, resolvedAt),
    ...led(declared, after),
    ...moments
      .slice(0, first)
      .flatMap(moment => orNothing(moment, noted(moment))),
    ...noted(known),
  ];
}

function declaration(
  past: Past,
  { actor, at, status, impact, urgency }: PastMoment,
  number: number,
): DecidedEvent {
  const { title, origin, reporter, description, impactStartedAt } = past;
  return fact(
    'declared',
    { actor, at },
    {
      number,
      title,
      source: 'import',
      origin,
      ...(reporter && { reporter, reportedAt: at }),
      status,
      mode: 'backfill',
      visibility: 'public',
      impact,
      urgency,
      risks: [],
      detectedAt: past.detectedAt ?? at,
      impactStartedAt: impactStartedAt ?? at,
      impactEstimated: impactStartedAt === undefined,
    },
    description ? { description } : undefined,
  );
}

/**
 * What becomes of it has a fact of its own, so before that it was not yet so. What
 * was over from the first without anybody knowing since when is declared as that.
 */
function statusAtFirst(
  status: PastMoment['status'],
  resolvedAt: Instant | undefined,
): PastMoment['status'] {
  if (isLive(status)) {
    return status;
  }
  return status === 'dismissed' || resolvedAt ? 'triage' : 'resolved';
}

/** What happened from the moment before to this one. */
function difference(past: Past, index: number): DecidedEvent[] {
  const before = past.moments[index - 1];
  const after = past.moments[index];
  const moved =
    before.owner?.ref !== after.owner?.ref ||
    before.entity?.ref !== after.entity?.ref;
  return [
    ...assessed(past, before, after),
    ...(moved ? [routed(past, after)] : []),
    ...statuses(past, before, after, resolvedFrom(past, index)),
    ...led(before, after),
    ...noted(after),
  ];
}

/** What was dismissed in the past cannot be undone today. */
function ending({ moments }: Past): DecidedEvent[] {
  const last = moments[moments.length - 1];
  return last.status === 'dismissed' ? [fact('undo-expired', last, {})] : [];
}

function assessed(
  { origin }: Past,
  before: PastMoment,
  after: PastMoment,
): DecidedEvent[] {
  const { impact, urgency, priority } = after;
  const same =
    before.impact === impact &&
    before.urgency === urgency &&
    before.priority === priority;
  if (same) {
    return [];
  }
  const isOverridden = priority !== priorityOf({ impact, urgency, risks: [] });
  return [
    fact(
      'prioritised',
      after,
      {
        impact,
        urgency,
        risks: [],
        ...(isOverridden && { override: priority }),
        from: before.priority,
        to: priority,
        because: 'person',
      },
      isOverridden ? { reason: `As it was in ${origin.system}` } : undefined,
    ),
  ];
}

function routed({ origin }: Past, moment: PastMoment): DecidedEvent {
  const { entity, owner } = moment;
  return fact('routed', moment, {
    ...(entity && { entity }),
    ...(owner ? { owner } : { unrouted: 'no-owner' }),
    steps: [{ step: 'imported', system: origin.system }],
    told: [],
  });
}

/** What became of status and hold; a hold that comes with a status stands before it. */
function statuses(
  past: Past,
  before: PastMoment,
  after: PastMoment,
  resolvedAt: Instant | undefined,
): DecidedEvent[] {
  const { hold, status } = after;
  const changes = before.status !== status;
  const goesOn = before.hold && !hold && isLive(status);
  const isHeld = hold && (changes || before.hold !== hold);
  return [
    ...(goesOn ? [fact('resumed', after, { because: 'status' })] : []),
    ...(isHeld
      ? [
          fact('held', after, {
            reason: hold,
            resumeBy: heldUntil(past, after),
          }),
        ]
      : []),
    ...(changes ? statusFacts(before, after, resolvedAt) : []),
  ];
}

/** The facts that lead from one status to another one, whatever the transition table says. */
function statusFacts(
  before: PastMoment,
  after: PastMoment,
  resolvedAt: Instant | undefined,
): DecidedEvent[] {
  const from = before.status;
  const to = after.status;
  if (from === 'dismissed') {
    const status = isLive(to) ? to : 'triage';
    return [
      fact('undone', after, { what: 'dismissed', to: status }),
      ...(status === to
        ? []
        : statusFacts({ ...before, status }, after, resolvedAt)),
    ];
  }
  if (isLive(to)) {
    return isLive(from)
      ? [fact('status-changed', after, { from, to })]
      : [fact('reopened', after, { to })];
  }
  if (to === 'dismissed') {
    const reason = after.dismissedAs ?? 'other';
    return [fact('dismissed', after, { reason, undoUntil: after.at })];
  }
  return [
    ...(from === 'closed'
      ? [fact('reopened', after, { to: 'investigating' })]
      : []),
    ...(from === 'resolved'
      ? []
      : [
          fact('resolved', after, {
            ...(resolvedAt && { at: resolvedAt }),
            because: 'person',
          }),
        ]),
    ...(to === 'closed' ? [fact('closed', after, { because: 'person' })] : []),
  ];
}

/**
 * Since when all was well, of what is over from this moment on: of the last time by
 * what the system keeps beside its log, of those before by the log.
 */
function resolvedFrom(
  { resolvedAt, moments, declaredAt }: Past,
  index: number,
): Instant | undefined {
  const isLastTime = moments
    .slice(index)
    .every(({ status }) => !isLive(status));
  return isLastTime && resolvedAt !== undefined
    ? (resolvedAt ?? undefined)
    : laterOf(moments[index].at, declaredAt);
}

/** Nobody knows until when it was to wait: until it went on, or as far as is known. */
function heldUntil({ moments }: Past, held: PastMoment): Instant {
  const later = moments.filter(({ at }) => at > held.at);
  const goesOn = later.find(
    ({ hold, status }) => hold !== held.hold || status !== held.status,
  );
  return (goesOn ?? later[later.length - 1] ?? held).at;
}

/** Somebody leads only what is worked on. */
function led(before: PastMoment, after: PastMoment): DecidedEvent[] {
  const { lead, status } = after;
  const isNew = lead?.ref !== before.lead?.ref || before.status === 'triage';
  return lead && isNew && isLive(status) && status !== 'triage'
    ? [fact('acknowledged', after, { lead })]
    : [];
}

function noted(moment: PastMoment): DecidedEvent[] {
  return moment.note
    ? [fact('note-added', moment, {}, { text: moment.note })]
    : [];
}

/** That somebody changed something is a fact, also where it is nothing that is kept here. */
function orNothing(moment: PastMoment, events: DecidedEvent[]): DecidedEvent[] {
  return events.length > 0
    ? events
    : noted({ ...moment, note: 'Changed nothing that is kept here' });
}

function laterOf(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

function fact<Type extends EventType>(
  type: Type,
  { actor, at }: Pick<PastMoment, 'actor' | 'at'>,
  data: EventData[Type],
  texts?: EventTexts,
): DecidedEvent {
  return { type, actor, at, data, ...(texts && { texts }) } as DecidedEvent;
}
