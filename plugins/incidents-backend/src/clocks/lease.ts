/**
 * How long work stays with a process that has died, and how often one that lives
 * says so. With what finding it and doing it costs, another process has taken over
 * within two seconds; four renewals may be late before a living one loses its work.
 */
export const LEASE = { forMs: 1_500, renewEveryMs: 300 } as const;
