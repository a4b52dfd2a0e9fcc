import type {
  CreateActionRequest,
  DeclareRequest,
  Instant,
  ReviewCommand,
  SentChangeRequest,
  UserActionCommand,
  UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Person } from './people';

/** An alert as Alertmanager would know it: its labels are its identity. */
export interface StoryAlert {
  /** What it is about, where its labels name something of the catalog. */
  entityRef?: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** An action item as the story asks for it: the incident that it is told with brought it about. */
export type StoryProposal = Omit<CreateActionRequest, 'incidents'>;

/**
 * One thing that somebody does to an incident, to its review, to what is to be done
 * about it, or to what it is about. Where a command names another incident
 * (`merge`), it names it by that one's `key`; a change (`link-change`) by its
 * `sourceId`; an action item is named by its title.
 */
export type StoryStep =
  | { at: Instant; does: 'declare'; actor: Person; request: DeclareRequest }
  | { at: Instant; does: 'command'; actor: Person; command: UserCommand }
  | { at: Instant; does: 'review'; actor: Person; command: ReviewCommand }
  | { at: Instant; does: 'propose'; actor: Person; action: StoryProposal }
  | {
      at: Instant;
      does: 'act';
      actor: Person;
      title: string;
      command: UserActionCommand;
    }
  | { at: Instant; does: 'fire'; alert: StoryAlert }
  | { at: Instant; does: 'end'; alert: StoryAlert }
  | { at: Instant; does: 'change'; change: SentChangeRequest };

/** One incident of the story, as it is to be seeded. */
export interface StoryIncident {
  /** Unique within the story. */
  key: string;
  /** In the order of their times; the first one that is no change opens the incident. */
  steps: StoryStep[];
}

/** Every step of the story with the key of its incident, in the order of their times. */
export function inOrder(
  story: readonly StoryIncident[],
): { key: string; step: StoryStep }[] {
  return story
    .flatMap(({ key, steps }) => steps.map(step => ({ key, step })))
    .sort((a, b) => a.step.at.localeCompare(b.step.at));
}

/** When a chapter begins, counted from the present. */
export type Beginning = (now: Instant) => Instant;

/** The instant so many minutes after the chapter's beginning. */
export type Clockwork = (minutes: number) => Instant;

/** A step whose time is still relative to the chapter's beginning. */
export type Scene = (time: Clockwork) => StoryStep;

/** One incident as it is written down: relative to its beginning. */
export interface Chapter {
  key: string;
  begins: Beginning;
  scenes: Scene[];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** The incident of a chapter, told from the given present up to it. */
export function tell(chapter: Chapter, now: Instant): StoryIncident {
  const beginning = Date.parse(chapter.begins(now));
  const time: Clockwork = minutes =>
    new Date(beginning + minutes * MINUTE).toISOString();
  return {
    key: chapter.key,
    steps: chapter.scenes
      .map(scene => scene(time))
      .filter(({ at }) => at <= now)
      .sort((a, b) => a.at.localeCompare(b.at)),
  };
}

/** So many minutes before the present. */
export function minutesAgo(minutes: number): Beginning {
  return now => new Date(Date.parse(now) - minutes * MINUTE).toISOString();
}

/** So many days before today, at a time of day in UTC (`HH:MM`). */
export function daysAgo(days: number, timeOfDay: string): Beginning {
  return now => atTimeOfDay(Date.parse(now) - days * DAY, timeOfDay);
}

/**
 * A day of the week so many weeks before the present one, at a time of day in
 * UTC: what happens at night or on a Sunday does so whatever day it is today.
 */
export function weeksAgo(
  weeks: number,
  weekday: (typeof WEEKDAYS)[number],
  timeOfDay: string,
): Beginning {
  return now => {
    const today = new Date(now);
    const sinceMonday = (today.getUTCDay() + 6) % 7;
    const days = weeks * 7 + sinceMonday - WEEKDAYS.indexOf(weekday);
    return atTimeOfDay(today.getTime() - days * DAY, timeOfDay);
  };
}

function atTimeOfDay(day: number, timeOfDay: string): Instant {
  return `${new Date(day).toISOString().slice(0, 10)}T${timeOfDay}:00.000Z`;
}

/** An alert fires; where nothing is open for its entity, that opens the incident. */
export function fires(minutes: number, alert: StoryAlert): Scene {
  return time => ({ at: time(minutes), does: 'fire', alert });
}

/** An alert that fired has ended. */
export function ends(minutes: number, alert: StoryAlert): Scene {
  return time => ({ at: time(minutes), does: 'end', alert });
}

/** A new version of an entity is out, after four minutes. */
export function deploys(
  minutes: number,
  who: Person,
  entityRef: string,
  version: string,
): Scene {
  const title = `${entityRef.slice(entityRef.lastIndexOf('/') + 1)} ${version}`;
  return time => ({
    at: time(minutes),
    does: 'change',
    change: {
      kind: 'deployment',
      entityRef,
      title,
      version,
      actor: who.name,
      outcome: 'succeeded',
      source: 'pipeline',
      sourceId: title,
      startedAt: time(minutes - 4),
      finishedAt: time(minutes),
    },
  });
}

/** A person reports a problem or declares an incident. */
export function declares(
  minutes: number,
  actor: Person,
  request: DeclareRequest | ((time: Clockwork) => DeclareRequest),
): Scene {
  return time => ({
    at: time(minutes),
    does: 'declare',
    actor,
    request: typeof request === 'function' ? request(time) : request,
  });
}

/** A person sends a command. */
export function does(
  minutes: number,
  actor: Person,
  command: UserCommand | ((time: Clockwork) => UserCommand),
): Scene {
  return time => ({
    at: time(minutes),
    does: 'command',
    actor,
    command: typeof command === 'function' ? command(time) : command,
  });
}
