import type {
  EventData,
  EventType,
  Instant,
  TimelineEntry,
} from '@linchpin/backstage-plugin-incidents-common';

type EventEntry = Extract<TimelineEntry, { kind: 'event' }>;

/** A change of what was on record before: what it said, what it says since, why, and who changed it. */
export interface RecordChange {
  sequence: number;
  /** `stamp` is a time of the incident, the others are what they say. */
  what: 'stamp' | 'priority' | 'title';
  /** Which time it is. */
  stamp?: EventData['time-corrected']['stamp'];
  from: string | null;
  to: string;
  reason: string | null;
  by: string;
  at: Instant;
}

/** Who did something, when, and what they said. */
export interface Act {
  by: string;
  at: Instant;
  said: string | null;
}

/** What the timeline of an incident proves of how it was handled. */
export interface Evidence {
  declared: Act;
  /** The last time that it was. */
  resolved?: Act;
  closed?: Act;
  /** Oldest first. */
  updates: Act[];
  notes: number;
  statusChanges: number;
  /** How often somebody took it too late, or an update came too late. */
  late: { acknowledge: number; update: number };
  changes: RecordChange[];
  /** How many entries the timeline has. */
  entries: number;
}

/** @param entries - the whole timeline, in any order */
export function evidenceOf(entries: readonly TimelineEntry[]): Evidence {
  const events = entries
    .filter(entry => entry.kind === 'event')
    .sort((a, b) => a.sequence - b.sequence);
  const of = <Type extends EventType>(type: Type) =>
    events.filter(event => event.type === type);
  const fired = of('clock-fired').map(({ data }) => data.clock);
  const isOver = of('reopened').at(-1)?.sequence ?? 0;
  const since = (act: EventEntry | undefined, text?: string) =>
    act && act.sequence > isOver ? actOf(act, text) : undefined;
  return {
    declared: actOf(events[0], 'description'),
    resolved: since(of('resolved').at(-1), 'note'),
    closed: since(of('closed').at(-1)),
    updates: of('update-posted').map(event => actOf(event, 'action')),
    notes: of('note-added').length,
    statusChanges: of('status-changed').length,
    late: {
      acknowledge: fired.filter(clock => clock === 'acknowledge').length,
      update: fired.filter(clock => clock === 'update').length,
    },
    changes: events.flatMap(event => changeOf(event) ?? []),
    entries: events.length,
  };
}

function actOf({ actor, at, texts }: EventEntry, text?: string): Act {
  return { by: actor.name, at, said: (text && texts[text]) || null };
}

function changeOf(event: EventEntry): RecordChange | undefined {
  const { sequence, actor, at, texts } = event;
  const common = {
    sequence,
    reason: texts.reason ?? null,
    by: actor.name,
    at,
  };
  switch (event.type) {
    case 'time-corrected': {
      const data = event.data as unknown as EventData['time-corrected'];
      return {
        ...common,
        what: 'stamp',
        stamp: data.stamp,
        from: data.from ?? null,
        to: data.to,
      };
    }
    case 'prioritised': {
      const data = event.data as unknown as EventData['prioritised'];
      return data.from === data.to
        ? undefined
        : { ...common, what: 'priority', from: data.from, to: data.to };
    }
    case 'renamed': {
      const data = event.data as unknown as EventData['renamed'];
      return { ...common, what: 'title', from: data.from, to: data.to };
    }
    default:
      return undefined;
  }
}
