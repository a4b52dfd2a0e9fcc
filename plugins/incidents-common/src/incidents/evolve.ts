import type { DecidedEvent, EventType } from './events';
import { priorityOf } from './priority';
import {
  HOLDERS_MAX,
  IMPACT_WINDOWS_MAX,
  type AffectedEntity,
  type EntitySnapshot,
  type ImpactWindow,
  type IncidentState,
} from './state';
import type { Instant, Status } from './vocabulary';

type Evolver<Type extends EventType> = (
  state: IncidentState,
  event: DecidedEvent<Type>,
) => IncidentState;

/**
 * The incident that a `declared` event opens.
 * @public
 */
export function opened(
  incidentId: string,
  event: DecidedEvent<'declared'>,
): IncidentState {
  const { data, at } = event;
  const facts = {
    impact: data.impact,
    urgency: data.urgency,
    risks: data.risks,
  };
  return {
    id: incidentId,
    number: data.number,
    title: data.title,
    mode: data.mode,
    visibility: data.visibility,
    source: data.source,
    ...(data.reporter && { reporter: data.reporter }),
    status: data.status,
    statusSince: at,
    ...facts,
    priority: priorityOf(facts),
    affected: [],
    ownerSince: at,
    routing: [],
    told: [],
    holders: [],
    passes: 0,
    stamps: {
      impactStartedAt: data.impactStartedAt,
      detectedAt: data.detectedAt,
      ...(data.reportedAt && { reportedAt: data.reportedAt }),
      declaredAt: at,
    },
    impactEstimated: data.impactEstimated,
    impactWindows: [{ from: data.impactStartedAt }],
    reopened: 0,
    ...(data.recurrenceOf && { recurrenceOf: data.recurrenceOf }),
    updates: 0,
    fired: {},
  };
}

const EVOLVERS: { [Type in EventType]: Evolver<Type> } = {
  declared: (state, event) => opened(state.id, event),

  routed: (state, { at, data }) => {
    const changesOwner = data.owner?.ref !== state.owner?.ref;
    const isTold = data.told.length > 0 && tellsPeople(state);
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
        holders: data.owner
          ? [...state.holders, { owner: data.owner, since: at }].slice(
              -HOLDERS_MAX,
            )
          : state.holders,
        fired: omit(state.fired, 'acknowledge', 'acknowledge-warning'),
      }),
      stamps: {
        ...state.stamps,
        ...(isTold && { notifiedAt: state.stamps.notifiedAt ?? at }),
      },
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
    ...omit(state, 'lead', 'hold', 'nextUpdateAt', 'resolveProposedAt'),
    ...(state.status !== 'triage' && entering('triage', at)),
    impactWindows: reopenedWindows(state.impactWindows, at),
    passes: state.passes + 1,
  }),

  'status-changed': (state, { at, data }) => ({
    ...omit(state, 'resolveProposedAt', 'recoveredAt'),
    ...entering(data.to, at),
    impactWindows:
      data.to === 'monitoring'
        ? closedWindows(state.impactWindows, at)
        : reopenedWindows(state.impactWindows, at),
    fired: omit(state.fired, 'watch'),
    stamps: {
      ...state.stamps,
      ...(data.to === 'monitoring' && {
        mitigatedAt: state.stamps.mitigatedAt ?? at,
      }),
    },
  }),

  held: (state, { at, data }) => ({
    ...state,
    hold: { reason: data.reason, since: at, resumeBy: data.resumeBy },
  }),

  resumed: state => omit(state, 'hold'),

  'update-posted': (state, { data }) => ({
    ...omit(state, 'nextUpdateAt'),
    updates: data.number,
    ...(data.nextUpdateAt && { nextUpdateAt: data.nextUpdateAt }),
  }),

  'note-added': state => state,

  resolved: (state, { at, data }) => ({
    ...omit(state, 'hold', 'nextUpdateAt', 'resolveProposedAt', 'recoveredAt'),
    ...entering('resolved', at),
    impactWindows: closedWindows(state.impactWindows, data.at),
    stamps: { ...state.stamps, resolvedAt: data.at },
  }),

  reopened: (state, { at, data }) => ({
    ...state,
    ...entering('investigating', at),
    impactWindows: reopenedWindows(state.impactWindows, at),
    reopened: state.reopened + 1,
    ...(data.nextUpdateAt && { nextUpdateAt: data.nextUpdateAt }),
    stamps: omit(state.stamps, 'resolvedAt'),
  }),

  closed: (state, { at }) => ({
    ...state,
    ...entering('closed', at),
    stamps: { ...state.stamps, closedAt: at },
  }),

  dismissed: (state, { at, data }) => ({
    ...omit(state, 'hold'),
    ...entering('dismissed', at),
    statusBefore: state.status,
    undoUntil: data.undoUntil,
  }),

  merged: (state, { at, data }) => ({
    ...omit(state, 'hold'),
    ...entering('merged', at),
    statusBefore: state.status,
    mergedInto: data.into,
    undoUntil: data.undoUntil,
  }),

  absorbed: state => state,
  released: state => state,

  undone: (state, { at, data }) => ({
    ...omit(state, 'undoUntil', 'statusBefore', 'mergedInto'),
    ...entering(data.to, at),
  }),

  'undo-expired': state => omit(state, 'undoUntil', 'statusBefore'),

  followed: state => state,
  unfollowed: state => state,
  'affected-reported': state => state,

  prioritised: (state, { data }) => ({
    ...omit(state, 'override'),
    impact: data.impact,
    urgency: data.urgency,
    risks: data.risks,
    priority: data.to,
    ...(data.override && { override: data.override }),
    ...(data.nextUpdateAt && { nextUpdateAt: data.nextUpdateAt }),
  }),

  'affected-changed': (state, { at, data: { entity, level } }) => {
    const others = state.affected.filter(a => a.entity.ref !== entity.ref);
    return {
      ...state,
      affected: level ? [...others, { entity, level, since: at }] : others,
    };
  },

  renamed: (state, { data }) => ({ ...state, title: data.to }),

  'time-corrected': (state, { data }) => ({
    ...state,
    stamps: { ...state.stamps, [data.stamp]: data.to },
    ...(data.stamp === 'impactStartedAt' && {
      impactEstimated: false,
      impactWindows: state.impactWindows.map((window, index) =>
        index === 0 ? { ...window, from: data.to } : window,
      ),
    }),
    ...((data.stamp === 'mitigatedAt' || data.stamp === 'resolvedAt') && {
      impactWindows: state.impactWindows.map(window =>
        window.to === data.from ? { ...window, to: data.to } : window,
      ),
    }),
  }),

  'clock-fired': (state, { at, data }) => ({
    ...state,
    fired: { ...state.fired, [data.clock]: data.dueAt },
    ...(data.clock === 'watch' && { resolveProposedAt: at }),
  }),

  recovered: (state, { at }) => ({ ...state, recoveredAt: at }),
  relapsed: state => omit(state, 'recoveredAt'),
};

/**
 * The incident after one more fact.
 * @public
 */
export function evolve<Type extends EventType>(
  state: IncidentState,
  event: DecidedEvent<Type>,
): IncidentState {
  return (EVOLVERS[event.type] as Evolver<Type>)(state, event);
}

/**
 * The incident that its whole timeline tells of.
 * @throws Error where the first event is not the declaration.
 * @public
 */
export function replay(
  incidentId: string,
  events: readonly DecidedEvent[],
): IncidentState {
  const [first, ...rest] = events;
  if (first?.type !== 'declared') {
    throw new Error(`The timeline of ${incidentId} has no beginning`);
  }
  return rest.reduce<IncidentState>(evolve, opened(incidentId, first));
}

/** P4 and P5, drills that nobody opted into and imports only fill the inbox. */
export function tellsPeople(
  state: Pick<IncidentState, 'priority' | 'mode'>,
): boolean {
  return (
    state.mode !== 'backfill' &&
    state.mode !== 'test' &&
    state.priority !== 'P4' &&
    state.priority !== 'P5'
  );
}

function entering(status: Status, at: Instant) {
  return { status, statusSince: at };
}

function withRoot(
  affected: AffectedEntity[],
  entity: EntitySnapshot | undefined,
  at: Instant,
): AffectedEntity[] {
  const others = affected.filter(
    a => a.level !== 'root' && a.entity.ref !== entity?.ref,
  );
  return entity ? [{ entity, level: 'root', since: at }, ...others] : others;
}

function closedWindows(windows: ImpactWindow[], at: Instant): ImpactWindow[] {
  const last = windows[windows.length - 1];
  return last && !last.to
    ? [...windows.slice(0, -1), { ...last, to: at }]
    : windows;
}

function reopenedWindows(windows: ImpactWindow[], at: Instant): ImpactWindow[] {
  const last = windows[windows.length - 1];
  if (!last?.to) {
    return windows;
  }
  return windows.length < IMPACT_WINDOWS_MAX
    ? [...windows, { from: at }]
    : [...windows.slice(0, -1), { from: last.from }];
}

function omit<T extends object, K extends keyof T>(
  value: T,
  ...keys: K[]
): Omit<T, K> & T {
  const copy = { ...value };
  for (const key of keys) {
    delete copy[key];
  }
  return copy;
}
