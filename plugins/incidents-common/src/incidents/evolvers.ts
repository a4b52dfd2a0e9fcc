import type { DecidedEvent, EventType } from './events';
import {
  impactBeganAgain,
  impactCorrected,
  impactEnded,
  impactRuns,
  impactWentOn,
} from './impact';
import { omit } from './omit';
import { entering, opened } from './opened';
import {
  HOLDERS_MAX,
  type AffectedEntity,
  type EntitySnapshot,
  type IncidentState,
  type Suspended,
} from './state';
import type { Instant } from './vocabulary';

/** The incident after a fact of one type. */
export type Evolver<Type extends EventType> = (
  state: IncidentState,
  event: DecidedEvent<Type>,
) => IncidentState;

/** What each fact makes of an incident. */
export const EVOLVERS: { [Type in EventType]: Evolver<Type> } = {
  declared: (state, event) => opened(state.id, event),

  routed: (state, { at, data }) => {
    const changesOwner = data.owner?.ref !== state.owner?.ref;
    return {
      ...omit(state, 'entity', 'owner', 'unrouted'),
      ...(data.entity && { entity: data.entity }),
      ...(data.owner && { owner: data.owner }),
      ...(data.unrouted && { unrouted: data.unrouted }),
      affected: withRoot(state.affected, data.entity, at),
      routing: data.steps,
      told: data.told,
      ...(changesOwner && {
        ownerSince: at,
        waitingSince: at,
        holders: data.owner
          ? [...state.holders, { owner: data.owner, since: at }].slice(
              -HOLDERS_MAX,
            )
          : state.holders,
      }),
    };
  },

  acknowledged: (state, { at, data }) => ({
    ...omit(state, 'recoveredAt'),
    ...(state.status === 'triage' && entering('investigating', at)),
    lead: data.lead,
    ...(data.nextUpdateAt && { nextUpdateAt: data.nextUpdateAt }),
    stamps: {
      ...state.stamps,
      acknowledgedAt: state.stamps.acknowledgedAt ?? at,
    },
  }),

  'passed-on': (state, { at }) => ({
    ...omit(
      state,
      'lead',
      'hold',
      'nextUpdateAt',
      'resolveProposedAt',
      'recoveredAt',
    ),
    ...(state.status !== 'triage' && entering('triage', at)),
    passes: state.passes + 1,
  }),

  'status-changed': (state, { at, data }) => ({
    ...omit(state, 'resolveProposedAt', 'recoveredAt'),
    ...entering(data.to, at),
    ...(data.to === 'monitoring' && {
      impactWindows: impactEnded(state.impactWindows, at),
    }),
    ...(data.from === 'monitoring' && {
      impactWindows: impactBeganAgain(state.impactWindows, at),
    }),
    stamps: {
      ...state.stamps,
      ...(data.to === 'monitoring' && {
        mitigatedAt: state.stamps.mitigatedAt ?? at,
      }),
    },
  }),

  held: (state, { at, data }) => ({
    ...state,
    hold: {
      reason: data.reason,
      since: state.hold?.since ?? at,
      resumeBy: data.resumeBy,
    },
  }),

  resumed: state => omit(state, 'hold'),

  'update-posted': (state, { data }) => ({
    ...omit(state, 'nextUpdateAt'),
    updates: data.number,
    ...(data.nextUpdateAt && { nextUpdateAt: data.nextUpdateAt }),
  }),

  'note-added': state => state,

  resolved: (state, { at, data }) => {
    const ended = omit(state, 'hold', 'nextUpdateAt', 'resolveProposedAt');
    return {
      ...(data.because === 'recovered' ? ended : omit(ended, 'recoveredAt')),
      ...entering('resolved', at),
      impactWindows: impactEnded(state.impactWindows, data.at ?? at),
      stamps: { ...state.stamps, ...(data.at && { resolvedAt: data.at }) },
    };
  },

  reopened: (state, { at, data }) => ({
    ...omit(state, 'recoveredAt'),
    ...entering(data.to, at),
    impactWindows: impactBeganAgain(state.impactWindows, at),
    reopened: state.reopened + 1,
    ...(data.nextUpdateAt && { nextUpdateAt: data.nextUpdateAt }),
    stamps: omit(state.stamps, 'resolvedAt', 'closedAt'),
  }),

  closed: (state, { at }) => ({
    ...state,
    ...entering('closed', at),
    stamps: { ...state.stamps, closedAt: at },
  }),

  dismissed: (state, { at, data }) => ({
    ...setAside(state, 'dismissed', at),
    undoUntil: data.undoUntil,
  }),

  merged: (state, { at, data }) => ({
    ...setAside(state, 'merged', at),
    mergedInto: data.into,
    undoUntil: data.undoUntil,
  }),

  absorbed: state => state,
  released: state => state,
  'alerts-moved-out': state => state,
  'alerts-moved-in': state => state,

  undone: (state, { at, data }) => ({
    ...omit(state, 'undoUntil', 'statusBefore', 'mergedInto', 'suspended'),
    ...entering(data.to, at),
    ...(state.suspended?.hold && { hold: state.suspended.hold }),
    ...(state.suspended?.impactRan && {
      impactWindows: impactWentOn(state.impactWindows),
    }),
    ...(data.nextUpdateAt && { nextUpdateAt: data.nextUpdateAt }),
  }),

  'undo-expired': state =>
    omit(state, 'undoUntil', 'statusBefore', 'suspended'),

  followed: state => state,
  unfollowed: state => state,
  'affected-reported': state => state,

  prioritised: (state, { data }) => ({
    ...omit(state, 'override'),
    impact: data.impact,
    urgency: data.urgency,
    risks: data.risks,
    priority: data.to,
    ...(data.because === 'person' && { judged: true as const }),
    ...(data.override && { override: data.override }),
    ...(data.nextUpdateAt && { nextUpdateAt: data.nextUpdateAt }),
  }),

  'workaround-confirmed': (state, { at }) => ({
    ...state,
    workaround: { confirmedAt: at, urgencyBefore: state.urgency },
  }),
  'workaround-retracted': state => omit(state, 'workaround'),

  'visibility-changed': (state, { data }) => ({
    ...state,
    visibility: data.to,
  }),

  'affected-changed': (state, { at, data: { entity, level } }) => {
    const others = state.affected.filter(a => a.entity.ref !== entity.ref);
    return {
      ...state,
      affected: level ? [...others, { entity, level, since: at }] : others,
    };
  },

  'change-linked': (state, { data }) => ({
    ...state,
    causedBy: data.change,
  }),
  'change-unlinked': state => omit(state, 'causedBy'),

  renamed: (state, { data }) => ({ ...state, title: data.to }),

  'time-corrected': (state, { data }) => ({
    ...state,
    stamps: { ...state.stamps, [data.stamp]: data.to },
    ...(data.stamp === 'impactStartedAt' && { impactEstimated: false }),
    impactWindows: impactCorrected(state.impactWindows, data),
  }),

  'clock-fired': (state, { at, data }) => ({
    ...state,
    fired: { ...state.fired, [data.clock]: data.dueAt },
    ...(data.clock === 'watch' && { resolveProposedAt: at }),
  }),

  recovered: (state, { at }) => ({ ...state, recoveredAt: at }),
  relapsed: (state, { at }) => ({
    ...omit(state, 'recoveredAt'),
    waitingSince: at,
  }),
};

/** Nothing of a dismissed or a merged incident goes on; undo lets it. */
function setAside(
  state: IncidentState,
  status: 'dismissed' | 'merged',
  at: Instant,
): IncidentState {
  const { hold, nextUpdateAt, impactWindows } = state;
  const suspended: Suspended = {
    ...(hold && { hold }),
    ...(nextUpdateAt && { nextUpdateAt }),
    impactRan: impactRuns(impactWindows),
  };
  return {
    ...omit(state, 'hold', 'nextUpdateAt', 'recoveredAt'),
    ...entering(status, at),
    statusBefore: state.status,
    suspended,
    impactWindows: impactEnded(impactWindows, at),
  };
}

function withRoot(
  affected: AffectedEntity[],
  entity: EntitySnapshot | undefined,
  at: Instant,
): AffectedEntity[] {
  const others = affected.filter(
    a => a.level !== 'root' && a.entity.ref !== entity?.ref,
  );
  const root = affected.find(
    a => a.level === 'root' && a.entity.ref === entity?.ref,
  );
  return entity
    ? [{ entity, level: 'root', since: root?.since ?? at }, ...others]
    : others;
}
