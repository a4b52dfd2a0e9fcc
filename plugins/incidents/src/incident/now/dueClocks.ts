import {
  isLive,
  type IncidentDetail,
  type Instant,
} from '@linchpin/backstage-plugin-incidents-common';

/** Something that falls due on an incident, and since when it has been running. */
export interface DueClock {
  kind:
    | 'acknowledge'
    | 'update'
    | 'resume'
    | 'watch'
    | 'close'
    | 'recovered'
    | 'undo';
  from: Instant;
  dueAt: Instant;
}

/**
 * What falls due, least time left first. A clock that has fired no longer runs
 * on the server, but what it stood for is still overdue: what was promised is
 * therefore read from the incident itself.
 */
export function dueClocks(incident: IncidentDetail): DueClock[] {
  return [...promises(incident), ...running(incident)].sort((a, b) =>
    a.dueAt.localeCompare(b.dueAt),
  );
}

function promises(incident: IncidentDetail): DueClock[] {
  const { acknowledgeDueAt, nextUpdateAt, onHold, undoUntil } = incident;
  return [
    ...(acknowledgeDueAt && incident.status === 'triage'
      ? [
          {
            kind: 'acknowledge' as const,
            from: incident.holders.at(-1)?.since ?? incident.declaredAt,
            dueAt: acknowledgeDueAt,
          },
        ]
      : []),
    ...(nextUpdateAt && isLive(incident.status)
      ? [
          {
            kind: 'update' as const,
            from:
              incident.lastUpdate?.at ??
              incident.acknowledgedAt ??
              incident.declaredAt,
            dueAt: nextUpdateAt,
          },
        ]
      : []),
    ...(onHold
      ? [
          {
            kind: 'resume' as const,
            from: onHold.since,
            dueAt: onHold.resumeBy,
          },
        ]
      : []),
    ...(undoUntil
      ? [
          {
            kind: 'undo' as const,
            from: incident.statusSince,
            dueAt: undoUntil,
          },
        ]
      : []),
  ];
}

function running(incident: IncidentDetail): DueClock[] {
  return incident.clocks.flatMap(({ kind, dueAt }): DueClock[] => {
    switch (kind) {
      case 'recovered':
        return [
          { kind, dueAt, from: incident.recoveredAt ?? incident.statusSince },
        ];
      case 'watch':
      case 'close':
        return [{ kind, dueAt, from: incident.statusSince }];
      default:
        return [];
    }
  });
}

/** How much of the time is left at `now` (milliseconds since 1970), 0 to 1. */
export function shareLeft({ from, dueAt }: DueClock, now: number): number {
  const whole = Date.parse(dueAt) - Date.parse(from);
  const left = Date.parse(dueAt) - now;
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, left / whole));
}

const MINUTE = 60_000;

/** From when on a clock that somebody has to keep is near, in milliseconds. */
const NEAR: Partial<Record<DueClock['kind'], number>> = {
  acknowledge: 10 * MINUTE,
  update: 15 * MINUTE,
  resume: 10 * MINUTE,
};

/** Grey until it is near; what nobody has to keep is never near and never late. */
export function urgencyOf(
  { kind, dueAt }: DueClock,
  now: number,
): 'calm' | 'near' | 'overdue' {
  const near = NEAR[kind];
  const left = Date.parse(dueAt) - now;
  if (near === undefined || left >= near) {
    return 'calm';
  }
  return left < 0 ? 'overdue' : 'near';
}
