import type { TimelineEntry } from '@linchpin/backstage-plugin-incidents-common';
import {
  countOf,
  timelineLines,
  wasAddedLater,
  type EventEntry,
} from './lines';

const nadia = {
  type: 'user' as const,
  name: 'Nadia',
  ref: 'user:default/nadia',
};
const linchpin = { type: 'system' as const, name: 'Linchpin', ref: null };

function event(
  sequence: number,
  time: string,
  type: string,
  rest: Partial<EventEntry> = {},
): EventEntry {
  const at = `2026-11-20T${time}:00.000Z`;
  return {
    kind: 'event',
    sequence,
    type,
    at,
    recordedAt: at,
    actor: nadia,
    data: {},
    texts: {},
    ...rest,
  };
}

function burst(from: string, until: string): TimelineEntry {
  return {
    kind: 'alerts',
    at: `2026-11-20T${from}:00.000Z`,
    until: `2026-11-20T${until}:00.000Z`,
    count: 7,
    source: 'Alertmanager',
    titles: ['PaymentLatencyHigh'],
  };
}

function change(time: string): TimelineEntry {
  const at = `2026-11-20T${time}:00.000Z`;
  const made = { id: `change-${time}` };
  return { kind: 'change', at, change: made } as TimelineEntry;
}

describe('timelineLines', () => {
  it('tells of changes where they were made, and draws no silence before the response', () => {
    const lines = timelineLines(
      [
        change('12:40'),
        change('13:30'),
        event(1, '13:42', 'declared'),
        change('14:10'),
        event(2, '14:12', 'acknowledged'),
      ],
      'everything',
    );
    expect(lines.map(({ kind, at }) => [kind, at.slice(11, 16)])).toEqual([
      ['event', '14:12'],
      ['change', '14:10'],
      ['silence', '13:42'],
      ['event', '13:42'],
      ['change', '13:30'],
      ['change', '12:40'],
    ]);
    expect(countOf([change('13:30')], 'people')).toBe(0);
  });

  it('puts the newest first, and of one instant the later fact', () => {
    const lines = timelineLines(
      [
        event(1, '13:42', 'declared'),
        event(2, '13:42', 'routed'),
        event(3, '13:44', 'acknowledged'),
      ],
      'everything',
    );
    expect(lines.map(line => line.key)).toEqual([
      'event-3',
      'event-2',
      'event-1',
    ]);
  });

  it('draws a silence of more than 15 minutes', () => {
    const lines = timelineLines(
      [
        event(1, '13:48', 'declared'),
        event(2, '14:04', 'acknowledged'),
        event(3, '14:19', 'note-added'),
      ],
      'everything',
    );
    expect(lines.map(line => line.kind)).toEqual([
      'event',
      'event',
      'silence',
      'event',
    ]);
    expect(lines[2]).toMatchObject({ milliseconds: 16 * 60_000 });
  });

  it('counts the silence from the end of a burst of alerts', () => {
    const lines = timelineLines(
      [burst('13:42', '13:58'), event(1, '14:04', 'acknowledged')],
      'everything',
    );
    expect(lines.map(line => line.kind)).toEqual(['event', 'alerts']);
  });

  it('finds nothing strange in the quiet after the end', () => {
    const lines = timelineLines(
      [
        event(1, '09:00', 'declared'),
        event(2, '09:10', 'resolved'),
        event(3, '14:00', 'closed'),
      ],
      'everything',
    );
    expect(lines.map(line => line.kind)).toEqual(['event', 'event', 'event']);
  });

  it('names people who began to follow one after the other in one line', () => {
    const follows = (sequence: number, name: string) =>
      event(sequence, '13:45', 'followed', {
        data: { person: { ref: `user:default/${name}`, name } },
      });
    const lines = timelineLines(
      [event(1, '13:42', 'declared'), follows(2, 'Ana'), follows(3, 'Ben')],
      'everything',
    );
    expect(lines[0]).toMatchObject({
      kind: 'followers',
      names: ['Ana', 'Ben'],
    });
    expect(lines).toHaveLength(2);
  });

  it('shows only what is asked for, and counts it', () => {
    const entries = [
      event(1, '13:42', 'declared', { actor: linchpin }),
      burst('13:42', '13:43'),
      event(2, '13:44', 'acknowledged'),
      event(3, '14:10', 'update-posted'),
    ];
    expect(timelineLines(entries, 'people').map(line => line.key)).toEqual([
      'event-3',
      'event-2',
    ]);
    expect(timelineLines(entries, 'updates').map(line => line.key)).toEqual([
      'event-3',
    ]);
    expect(countOf(entries, 'everything')).toBe(4);
    expect(countOf(entries, 'updates')).toBe(1);
  });
});

describe('wasAddedLater', () => {
  it('tells what was written down well after it happened', () => {
    expect(wasAddedLater(event(1, '13:42', 'resolved'))).toBe(false);
    expect(
      wasAddedLater(
        event(1, '13:42', 'resolved', {
          recordedAt: '2026-11-20T14:30:00.000Z',
        }),
      ),
    ).toBe(true);
  });
});
