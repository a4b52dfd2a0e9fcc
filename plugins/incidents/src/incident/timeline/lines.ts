import type {
  EventData,
  Instant,
  TimelineEntry,
} from '@linchpin/backstage-plugin-incidents-common';

export type EventEntry = Extract<TimelineEntry, { kind: 'event' }>;
export type ChangeEntry = Extract<TimelineEntry, { kind: 'change' }>;
export type AlertsEntry = Extract<TimelineEntry, { kind: 'alerts' }>;

/** What of the timeline is looked at. */
export const TIMELINE_FILTERS = ['everything', 'people', 'updates'] as const;
export type TimelineFilter = (typeof TIMELINE_FILTERS)[number];

/** One line on screen. */
export type TimelineLine =
  | { kind: 'event'; key: string; at: Instant; event: EventEntry }
  | { kind: 'alerts'; key: string; at: Instant; alerts: AlertsEntry }
  | { kind: 'change'; key: string; at: Instant; change: ChangeEntry['change'] }
  /** Several people began to follow, one after the other. */
  | { kind: 'followers'; key: string; at: Instant; names: string[] }
  /** Nobody wrote and nothing happened between two lines. */
  | { kind: 'silence'; key: string; at: Instant; milliseconds: number };

/** A silence of this length is drawn, in milliseconds. */
export const SILENCE = 15 * 60_000;

/** What is recorded this much later than it happened was added later, in milliseconds. */
const LATE = 60_000;

/**
 * The lines of a timeline, newest first.
 *
 * @param until - up to when news were to be expected, in milliseconds since
 * 1970; left out where none are
 */
export function timelineLines(
  entries: readonly TimelineEntry[],
  filter: TimelineFilter,
  until?: number,
): TimelineLine[] {
  const shown = entries
    .filter(entry => passes(entry, filter))
    .sort(newestFirst);
  const lines = gathered(shown);
  return filter === 'everything'
    ? [...silenceAbove(lines[0], until), ...withSilences(lines, entries)]
    : lines;
}

/** How many entries each filter shows. */
export function countOf(
  entries: readonly TimelineEntry[],
  filter: TimelineFilter,
): number {
  return entries.filter(entry => passes(entry, filter)).length;
}

/** Whether it was written down well after it happened. */
export function wasAddedLater({ at, recordedAt }: EventEntry): boolean {
  return Date.parse(recordedAt) - Date.parse(at) > LATE;
}

function passes(entry: TimelineEntry, filter: TimelineFilter): boolean {
  switch (filter) {
    case 'people':
      return entry.kind === 'event' && entry.actor.type === 'user';
    case 'updates':
      return entry.kind === 'event' && entry.type === 'update-posted';
    default:
      return true;
  }
}

function newestFirst(a: TimelineEntry, b: TimelineEntry): number {
  const byTime = b.at.localeCompare(a.at);
  if (byTime !== 0 || a.kind !== 'event' || b.kind !== 'event') {
    return byTime;
  }
  return b.sequence - a.sequence;
}

function gathered(entries: readonly TimelineEntry[]): TimelineLine[] {
  return entries.reduce<TimelineLine[]>((lines, entry) => {
    if (entry.kind === 'alerts') {
      const key = `alerts-${entry.at}-${entry.source}`;
      return [...lines, { kind: 'alerts', key, at: entry.at, alerts: entry }];
    }
    if (entry.kind === 'change') {
      const { at, change } = entry;
      return [
        ...lines,
        { kind: 'change', key: `change-${change.id}`, at, change },
      ];
    }
    const key = `event-${entry.sequence}`;
    if (entry.type !== 'followed') {
      return [...lines, { kind: 'event', key, at: entry.at, event: entry }];
    }
    const { person } = entry.data as EventData['followed'];
    const last = lines.at(-1);
    return last?.kind === 'followers'
      ? [
          ...lines.slice(0, -1),
          { ...last, at: entry.at, names: [person.name, ...last.names] },
        ]
      : [
          ...lines,
          { kind: 'followers', key, at: entry.at, names: [person.name] },
        ];
  }, []);
}

/** A silence counts while the response is under way, not before and not after it. */
function withSilences(
  lines: readonly TimelineLine[],
  entries: readonly TimelineEntry[],
): TimelineLine[] {
  const pauses = restsOf(entries);
  const begin = beginOf(entries);
  return lines.flatMap((line, index) => {
    const before = lines[index + 1];
    const milliseconds = before
      ? Date.parse(line.at) - Date.parse(endOf(before))
      : 0;
    return before &&
      milliseconds > SILENCE &&
      begin !== undefined &&
      before.at >= begin &&
      !isResting(before.at, pauses)
      ? [
          line,
          {
            kind: 'silence' as const,
            key: `silence-${before.key}`,
            at: before.at,
            milliseconds,
          },
        ]
      : [line];
  });
}

function silenceAbove(
  newest: TimelineLine | undefined,
  until: number | undefined,
): TimelineLine[] {
  const milliseconds =
    newest && until ? until - Date.parse(endOf(newest)) : undefined;
  return newest && milliseconds && milliseconds > SILENCE
    ? [{ kind: 'silence', key: 'silence-now', at: newest.at, milliseconds }]
    : [];
}

function endOf(line: TimelineLine): Instant {
  return line.kind === 'alerts' ? line.alerts.until : line.at;
}

/** When the response began: what was changed before was none. */
function beginOf(entries: readonly TimelineEntry[]): Instant | undefined {
  return entries
    .filter(({ kind }) => kind !== 'change')
    .map(({ at }) => at)
    .sort()[0];
}

interface Rest {
  from: Instant;
  to?: Instant;
}

const ENDS = ['resolved', 'closed', 'dismissed', 'merged'];
const BEGINS_AGAIN = ['reopened', 'undone'];

function restsOf(entries: readonly TimelineEntry[]): Rest[] {
  return entries
    .flatMap(entry => (entry.kind === 'event' ? [entry] : []))
    .sort((a, b) => a.sequence - b.sequence)
    .reduce<Rest[]>((rests, { type, at }) => {
      const last = rests.at(-1);
      if (ENDS.includes(type) && (!last || last.to)) {
        return [...rests, { from: at }];
      }
      return BEGINS_AGAIN.includes(type) && last && !last.to
        ? [...rests.slice(0, -1), { ...last, to: at }]
        : rests;
    }, []);
}

function isResting(at: Instant, rests: readonly Rest[]): boolean {
  return rests.some(({ from, to }) => from <= at && (!to || at < to));
}
