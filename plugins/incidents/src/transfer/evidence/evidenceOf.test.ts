import type { TimelineEntry } from '@linchpin/backstage-plugin-incidents-common';
import { evidenceOf } from './evidenceOf';

const at = (minute: number) =>
  new Date(Date.UTC(2026, 10, 21, 10, minute)).toISOString();

let sequence = 0;

function event(
  type: string,
  data: Record<string, unknown> = {},
  texts: Record<string, string> = {},
): TimelineEntry {
  sequence += 1;
  return {
    kind: 'event',
    sequence,
    type,
    at: at(sequence),
    recordedAt: at(sequence),
    actor: { type: 'user', name: 'Nadia', ref: 'user:default/nadia' },
    data,
    texts,
  };
}

beforeEach(() => {
  sequence = 0;
});

describe('the evidence of a timeline', () => {
  it('counts what was done and tells who did it', () => {
    const evidence = evidenceOf(
      [
        event('declared', {}, { description: 'Cards fail' }),
        event('acknowledged'),
        event('clock-fired', { clock: 'update' }),
        event('update-posted', {}, { action: 'Failing over' }),
        event('note-added', {}, { text: 'Seen' }),
        event('status-changed', { from: 'investigating', to: 'fixing' }),
        event('resolved', {}, { note: 'The pool was full' }),
        event('closed'),
      ].reverse(),
    );

    expect(evidence).toMatchObject({
      declared: { by: 'Nadia', at: at(1), said: 'Cards fail' },
      updates: [{ at: at(4), said: 'Failing over' }],
      notes: 1,
      statusChanges: 1,
      late: { acknowledge: 0, update: 1 },
      resolved: { said: 'The pool was full' },
      closed: { at: at(8) },
      entries: 8,
    });
  });

  it('shows each change of the record with what was, what is, why and by whom', () => {
    const { changes } = evidenceOf([
      event('declared'),
      event(
        'time-corrected',
        { stamp: 'impactStartedAt', from: at(5), to: at(2) },
        { reason: 'The log says so' },
      ),
      event('prioritised', { from: 'P3', to: 'P2' }, { reason: 'It spreads' }),
      event('prioritised', { from: 'P2', to: 'P2' }),
      event('renamed', { from: 'Slow', to: 'Down' }),
    ]);

    expect(
      changes.map(({ what, stamp, from, to, reason, by }) => [
        what,
        stamp,
        from,
        to,
        reason,
        by,
      ]),
    ).toEqual([
      ['stamp', 'impactStartedAt', at(5), at(2), 'The log says so', 'Nadia'],
      ['priority', undefined, 'P3', 'P2', 'It spreads', 'Nadia'],
      ['title', undefined, 'Slow', 'Down', null, 'Nadia'],
    ]);
  });

  it('knows nothing of a resolve that was taken back', () => {
    const evidence = evidenceOf([
      event('declared'),
      event('resolved'),
      event('reopened', { to: 'investigating' }),
    ]);

    expect(evidence.resolved).toBeUndefined();
  });
});
