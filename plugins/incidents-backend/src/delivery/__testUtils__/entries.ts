import type { OutboxEntry, OutboxKind } from '../outbox';

export const NOW = '2026-11-21T12:00:00.000Z';

export const NADIA = { ref: 'user:default/nadia', name: 'Nadia' };
export const OMAR = { ref: 'user:default/omar', name: 'Omar' };

/** So many seconds after `NOW`. */
export function at(seconds: number): string {
  return new Date(Date.parse(NOW) + seconds * 1_000).toISOString();
}

/** Makes entries of a kind: about one incident and for Nadia unless told. */
export function entryOf(kind: OutboxKind) {
  return (cause: string, over: Partial<OutboxEntry> = {}): OutboxEntry => ({
    subjectKind: 'incident',
    subjectId: 'inc-a',
    cause,
    kind,
    channel: 'notifications',
    recipient: NADIA,
    payload: { sequence: 1 },
    ...over,
  });
}
