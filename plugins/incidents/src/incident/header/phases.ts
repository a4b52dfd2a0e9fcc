import type {
  EventData,
  Incident,
  Instant,
  Status,
  TimelineEntry,
} from '@linchpin/backstage-plugin-incidents-common';

/** The way of a response from its beginning to its end. */
export const PHASES = [
  'triage',
  'investigating',
  'fixing',
  'monitoring',
  'resolved',
  'closed',
] as const;

export type Phase = (typeof PHASES)[number];

/** One step of the phase rail. */
export interface PhaseStep {
  phase: Phase;
  place: 'past' | 'now' | 'ahead';
  /** Time spent in it over all visits, in milliseconds; missing where it was skipped. */
  milliseconds?: number;
}

interface Visit {
  phase: Phase;
  since: Instant;
}

/**
 * The phase rail of an incident. The timeline may reach back less far than the
 * incident does (or not be there yet): a phase it does not tell of has no time.
 *
 * @param now - in milliseconds since 1970
 */
export function phaseSteps(
  incident: Pick<Incident, 'status' | 'statusSince'>,
  entries: readonly TimelineEntry[],
  now: number,
): PhaseStep[] {
  const visits = visitsOf(entries);
  const ended = !isPhase(incident.status);
  const current = isPhase(incident.status)
    ? incident.status
    : (visits.at(-1)?.phase ?? 'triage');
  const until = ended ? Date.parse(incident.statusSince) : now;
  const spent = new Map<Phase, number>();
  visits.forEach(({ phase, since }, index) => {
    const next = visits[index + 1];
    const left = next ? Date.parse(next.since) : until;
    const stay = Math.max(0, left - Date.parse(since));
    spent.set(phase, (spent.get(phase) ?? 0) + stay);
  });
  if (!ended && !spent.has(current)) {
    spent.set(current, Math.max(0, now - Date.parse(incident.statusSince)));
  }
  return PHASES.map((phase, index) => {
    const milliseconds = spent.get(phase);
    const step: PhaseStep = {
      phase,
      place: placeOf(index, PHASES.indexOf(current), ended),
    };
    return milliseconds === undefined || step.place === 'ahead'
      ? step
      : { ...step, milliseconds };
  });
}

function placeOf(
  index: number,
  current: number,
  ended: boolean,
): PhaseStep['place'] {
  if (index > current) {
    return 'ahead';
  }
  return index === current && !ended ? 'now' : 'past';
}

function visitsOf(entries: readonly TimelineEntry[]): Visit[] {
  return entries
    .flatMap(entry => (entry.kind === 'event' ? [entry] : []))
    .sort((a, b) => a.sequence - b.sequence)
    .reduce<Visit[]>((visits, { type, data, at }) => {
      const phase = phaseEnteredBy(type, data, visits.at(-1)?.phase);
      return phase && phase !== visits.at(-1)?.phase
        ? [...visits, { phase, since: at }]
        : visits;
    }, []);
}

function phaseEnteredBy(
  type: string,
  data: unknown,
  before: Phase | undefined,
): Phase | undefined {
  switch (type) {
    case 'declared':
      return phaseOrNone((data as EventData['declared']).status);
    case 'acknowledged':
      return before === 'triage' ? 'investigating' : before;
    case 'passed-on':
      return 'triage';
    case 'status-changed':
      return phaseOrNone((data as EventData['status-changed']).to);
    case 'reopened':
      return 'investigating';
    case 'resolved':
      return 'resolved';
    case 'closed':
      return 'closed';
    default:
      return undefined;
  }
}

function phaseOrNone(status: Status): Phase | undefined {
  return isPhase(status) ? status : undefined;
}

function isPhase(status: Status): status is Phase {
  return (PHASES as readonly Status[]).includes(status);
}
