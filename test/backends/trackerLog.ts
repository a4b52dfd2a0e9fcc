const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;
const FIRST = Date.UTC(2020, 0, 1);

/** What each incident of the log goes through, a row each. */
const WAY = ['triage', 'investigating', 'resolved', 'closed'];

/** Rows of each incident. */
export const ROWS_EACH = WAY.length;

/** The events that an import makes of each: it is declared and routed, and then what happened to it. */
export const EVENTS_EACH = WAY.length + 1;

/** The audit log of another system, with so many incidents. */
export function trackerLog(incidents: number): string {
  const rows = Array.from({ length: incidents }, (_, incident) =>
    WAY.map((state, step) => {
      const opened = FIRST + incident * MINUTE;
      const times = [opened, opened + step * DAY].map(ms =>
        new Date(ms).toISOString(),
      );
      return [`T-${incident}`, ...times, state].join(',');
    }),
  );
  return ['id,opened,changed,state', ...rows.flat(), ''].join('\n');
}

/** What its rows mean, for a system of that name. */
export function trackerMapping(system: string): object {
  return {
    system,
    rows: 'changes',
    id: 'id',
    title: 'Trouble {id}',
    declaredAt: 'opened',
    changedAt: 'changed',
    status: {
      column: 'state',
      values: Object.fromEntries(WAY.map(status => [status, status])),
    },
  };
}
