import { tellsPeople } from './evolve';
import type { DecidedEvent, EventType } from './events';
import { isMajor, isMoreCritical } from './priority';
import type { IncidentState, PersonSnapshot } from './state';

/** Who is told: people named now, or everybody who follows when it is sent. @public */
export type Audience =
  { type: 'people'; people: PersonSnapshot[] } | { type: 'followers' };

/**
 * That somebody is to be told something. `page` asks a person to take it and is
 * cancelled by an acknowledge; `news` replaces earlier news of the same incident.
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
 * what is not listed here stays on the timeline.
 * @public
 */
export function noticesOf(state: IncidentState, event: DecidedEvent): Notice[] {
  if (!tellsPeople(state)) {
    return [];
  }
  switch (event.type) {
    case 'routed':
      return state.status === 'triage' ? [page(state, 'routed')] : [];
    case 'prioritised':
      return state.status === 'triage' &&
        isMoreCritical(event.data.to, event.data.from) &&
        isMajor(event.data.to)
        ? [page(state, 'prioritised')]
        : [];
    case 'relapsed':
      return state.status === 'triage' ? [page(state, 'relapsed')] : [];
    case 'clock-fired':
      return ofClock(state, event.data.clock);
    case 'resumed':
      return event.data.because === 'due' ? toLead(state, 'resumed') : [];
    case 'update-posted':
    case 'resolved':
    case 'reopened':
      return [
        {
          kind: 'news',
          cause: event.type,
          audience: { type: 'followers' },
          severity: 'normal',
        },
      ];
    default:
      return [];
  }
}

function ofClock(
  state: IncidentState,
  clock: DecidedEvent<'clock-fired'>['data']['clock'],
): Notice[] {
  switch (clock) {
    case 'acknowledge-warning':
    case 'acknowledge':
      return [page(state, 'clock-fired')];
    case 'update-warning':
    case 'update':
    case 'watch':
      return toLead(state, 'clock-fired');
    default:
      return [];
  }
}

function page(state: IncidentState, cause: EventType): Notice {
  return {
    kind: 'page',
    cause,
    audience: { type: 'people', people: state.told },
    severity: severityOf(state),
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
