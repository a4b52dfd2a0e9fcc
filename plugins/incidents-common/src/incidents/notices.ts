import type { DecidedEvent, EventType } from './events';
import { isMajor, isMoreCritical } from './priority';
import type { IncidentState, PersonSnapshot } from './state';
import { isLive, type Priority } from './vocabulary';

/** Who is told: people named now, or everybody who follows when it is sent. @public */
export type Audience =
  { type: 'people'; people: PersonSnapshot[] } | { type: 'followers' };

/**
 * That somebody is to be told something. `page` asks a person to take it, or says
 * that they need not any more, and is cancelled by an acknowledge; `news` replaces
 * earlier news of the same incident.
 * @public
 */
export interface Notice {
  kind: 'page' | 'news';
  cause: EventType;
  audience: Audience;
  severity: 'critical' | 'high' | 'normal' | 'low';
}

/**
 * Who has to hear of an event, given the incident after it. Quiet by default:
 * what is not listed here stays on the timeline. Owners are told of what is
 * theirs to take (see `tellsPeople`); whoever follows or leads it asked to be told
 * and is, whatever its priority.
 * @public
 */
export function noticesOf(state: IncidentState, event: DecidedEvent): Notice[] {
  if (state.mode === 'test' || state.mode === 'backfill') {
    return [];
  }
  switch (event.type) {
    case 'routed':
      return state.ownerSince === event.at ? toOwner(state, event.type) : [];
    case 'prioritised':
      return isMoreCritical(event.data.to, event.data.from) &&
        (isMajor(event.data.to) || !isTold(event.data.from))
        ? pages(state, event.type)
        : [];
    case 'relapsed':
      return pages(state, event.type);
    case 'recovered':
      return state.status === 'triage' ? takenBack(state, event.type) : [];
    case 'clock-fired':
      return ofClock(state, event.data.clock);
    case 'resumed':
      return event.data.because === 'due' ? toLead(state, event.type) : [];
    case 'reopened':
      return [...pages(state, event.type), toFollowers(event.type)];
    case 'update-posted':
    case 'resolved':
    case 'dismissed':
    case 'merged':
    case 'undone':
    case 'workaround-confirmed':
    case 'workaround-retracted':
      return [toFollowers(event.type)];
    default:
      return [];
  }
}

/**
 * Whether the people of the owning group are told at all: P4 and P5 only fill the
 * inbox, and a drill, a test or an import is nobody's emergency.
 * @public
 */
export function tellsPeople(
  state: Pick<IncidentState, 'priority' | 'mode'>,
): boolean {
  return state.mode === 'real' && isTold(state.priority);
}

/** Whether it waits for one of the people told to take it, and is theirs to take. */
export function asksPeople(state: IncidentState): boolean {
  return (
    state.status === 'triage' &&
    !state.recoveredAt &&
    state.told.length > 0 &&
    tellsPeople(state)
  );
}

function isTold(priority: Priority): boolean {
  return priority !== 'P4' && priority !== 'P5';
}

function ofClock(
  state: IncidentState,
  clock: DecidedEvent<'clock-fired'>['data']['clock'],
): Notice[] {
  switch (clock) {
    case 'acknowledge-warning':
    case 'acknowledge':
      return pages(state, 'clock-fired');
    case 'update-warning':
    case 'update':
    case 'watch':
      return toLead(state, 'clock-fired');
    default:
      return [];
  }
}

/** A new owner is asked to take it, or told of what somebody leads already. */
function toOwner(state: IncidentState, cause: EventType): Notice[] {
  if (!isLive(state.status) || state.status === 'triage') {
    return pages(state, cause);
  }
  return state.told.length > 0 && tellsPeople(state)
    ? [toPeople(state, cause, severityOf(state))]
    : [];
}

/** Whoever was asked to take it need not any more: the page itself says so from then on. */
function takenBack(state: IncidentState, cause: EventType): Notice[] {
  return state.stamps.notifiedAt && state.told.length > 0 && tellsPeople(state)
    ? [{ ...toPeople(state, cause, 'low'), kind: 'page' }]
    : [];
}

function pages(state: IncidentState, cause: EventType): Notice[] {
  return asksPeople(state)
    ? [
        {
          kind: 'page',
          cause,
          audience: { type: 'people', people: state.told },
          severity: severityOf(state),
        },
      ]
    : [];
}

function toPeople(
  state: IncidentState,
  cause: EventType,
  severity: Notice['severity'],
): Notice {
  return {
    kind: 'news',
    cause,
    audience: { type: 'people', people: state.told },
    severity,
  };
}

function toFollowers(cause: EventType): Notice {
  return {
    kind: 'news',
    cause,
    audience: { type: 'followers' },
    severity: 'normal',
  };
}

function toLead(state: IncidentState, cause: EventType): Notice[] {
  return state.lead
    ? [
        {
          kind: 'news',
          cause,
          audience: { type: 'people', people: [state.lead] },
          severity: 'normal',
        },
      ]
    : [];
}

function severityOf(state: IncidentState): Notice['severity'] {
  switch (state.priority) {
    case 'P1':
      return 'critical';
    case 'P2':
      return 'high';
    default:
      return 'normal';
  }
}
