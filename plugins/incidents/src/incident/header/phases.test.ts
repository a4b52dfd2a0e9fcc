import type { TimelineEntry } from '@linchpin/backstage-plugin-incidents-common';
import { phaseSteps } from './phases';

function event(
  sequence: number,
  time: string,
  type: string,
  data: Record<string, unknown> = {},
): TimelineEntry {
  const at = `2026-11-20T${time}:00.000Z`;
  return {
    kind: 'event',
    sequence,
    type,
    at,
    recordedAt: at,
    actor: { type: 'user', name: 'Nadia', ref: 'user:default/nadia' },
    data,
    texts: {},
  };
}

const now = Date.parse('2026-11-20T14:18:00.000Z');
const minutes = (count: number) => count * 60_000;

function seen(
  status: Parameters<typeof phaseSteps>[0]['status'],
  since: string,
  entries: TimelineEntry[],
) {
  return phaseSteps(
    { status, statusSince: `2026-11-20T${since}:00.000Z` },
    entries,
    now,
  ).map(({ phase, place, milliseconds }) =>
    [phase, place, milliseconds].filter(part => part !== undefined),
  );
}

describe('phaseSteps', () => {
  it('tells how long each phase took and how long the present one has lasted', () => {
    expect(
      seen('fixing', '14:04', [
        event(3, '14:04', 'status-changed', { to: 'fixing' }),
        event(2, '13:44', 'acknowledged'),
        event(1, '13:42', 'declared', { status: 'triage' }),
      ]),
    ).toEqual([
      ['triage', 'past', minutes(2)],
      ['investigating', 'past', minutes(20)],
      ['fixing', 'now', minutes(14)],
      ['monitoring', 'ahead'],
      ['resolved', 'ahead'],
      ['closed', 'ahead'],
    ]);
  });

  it('invents no time for a phase that was skipped', () => {
    expect(
      seen('resolved', '13:52', [
        event(1, '13:42', 'declared', { status: 'triage' }),
        event(2, '13:52', 'resolved'),
      ]),
    ).toEqual([
      ['triage', 'past', minutes(10)],
      ['investigating', 'past'],
      ['fixing', 'past'],
      ['monitoring', 'past'],
      ['resolved', 'now', minutes(26)],
      ['closed', 'ahead'],
    ]);
  });

  it('adds up the visits of a phase that was entered again', () => {
    const steps = seen('investigating', '14:10', [
      event(1, '13:40', 'declared', { status: 'triage' }),
      event(2, '13:44', 'acknowledged'),
      event(3, '13:50', 'resolved'),
      event(4, '14:10', 'reopened'),
    ]);
    expect(steps[1]).toEqual(['investigating', 'now', minutes(6 + 8)]);
    expect(steps[4]).toEqual(['resolved', 'ahead']);
  });

  it('has the present phase before the timeline has come', () => {
    expect(seen('fixing', '14:04', [])[2]).toEqual([
      'fixing',
      'now',
      minutes(14),
    ]);
  });

  it('stops where an incident was dismissed', () => {
    expect(
      seen('dismissed', '13:50', [
        event(1, '13:40', 'declared', { status: 'triage' }),
        event(2, '13:44', 'acknowledged'),
        event(3, '13:50', 'dismissed'),
      ]).slice(0, 3),
    ).toEqual([
      ['triage', 'past', minutes(4)],
      ['investigating', 'past', minutes(6)],
      ['fixing', 'ahead'],
    ]);
  });
});
