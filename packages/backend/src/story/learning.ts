import type {
  ReviewCommand,
  UserActionCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Person } from './people';
import type { Scene, StoryProposal } from './script';

const DAY = 24 * 60;

/** Something that is to be done, and how far it got. */
export interface Remedy extends StoryProposal {
  /** Who does it; nobody where it needs an owner. */
  by?: Person;
  /** In how many days it was done; missing while it is not. */
  doneAfter?: number;
  /** How it was seen to help, a week after it was done. */
  seenToHelp?: string;
  /** Why nothing came of it. */
  dropped?: string;
}

/** What was learned from an incident. */
export interface Lesson {
  owner: Person;
  /** Who says that it is good; missing while nobody has. */
  approver?: Person;
  sections: Record<string, string>;
  /** What contributed: its tag, and in words. */
  factors: readonly (readonly [tag: string, text: string])[];
  remedies: readonly Remedy[];
}

/** A review of the day after the incident began, and what came of what it asks for. */
export function learns(lesson: Lesson, after = DAY): Scene[] {
  const { owner, approver, sections, factors, remedies } = lesson;
  const reviews = (minutes: number, command: ReviewCommand, who = owner) =>
    reviewed(after + minutes, who, command);
  return [
    reviews(0, { type: 'start' }),
    ...Object.entries(sections).map(([section, text], index) =>
      reviews(5 + 9 * index, {
        type: 'write-section',
        section,
        baseVersion: 0,
        text,
      }),
    ),
    ...factors.map(([tag, text], index) =>
      reviews(100 + index, { type: 'add-factor', tag, text }),
    ),
    ...remedies.flatMap((remedy, index) =>
      courseOf(remedy, owner, after + 110 + index),
    ),
    ...(approver
      ? [
          reviews(130, { type: 'hand-in' }),
          reviews(DAY, { type: 'approve' }, approver),
        ]
      : []),
  ];
}

/** Says, some days after it, that no review is needed. */
export function waives(who: Person, reason: string): Scene[] {
  return [reviewed(4 * DAY, who, { type: 'waive', reason })];
}

function courseOf(remedy: Remedy, owner: Person, minutes: number): Scene[] {
  const { by, doneAfter, seenToHelp, dropped, ...action } = remedy;
  const does = (at: number, command: UserActionCommand, who = owner): Scene =>
    acted(at, who, action.title, command);
  const done = minutes + (doneAfter ?? 0) * DAY;
  return [
    proposed(minutes, owner, {
      ...action,
      ...(by && { responsibleRef: by.ref }),
    }),
    ...(dropped
      ? [does(minutes + 2 * DAY, { type: 'wont-do', reason: dropped })]
      : []),
    ...(by && !dropped
      ? [
          does(minutes + 60, { type: 'accept' }),
          does(minutes + DAY / 2, { type: 'start' }, by),
        ]
      : []),
    ...(by && doneAfter ? [does(done, { type: 'finish' }, by)] : []),
    ...(seenToHelp
      ? [does(done + 7 * DAY, { type: 'verify', how: seenToHelp })]
      : []),
  ];
}

function reviewed(
  minutes: number,
  actor: Person,
  command: ReviewCommand,
): Scene {
  return time => ({ at: time(minutes), does: 'review', actor, command });
}

function proposed(
  minutes: number,
  actor: Person,
  action: StoryProposal,
): Scene {
  return time => ({ at: time(minutes), does: 'propose', actor, action });
}

function acted(
  minutes: number,
  actor: Person,
  title: string,
  command: UserActionCommand,
): Scene {
  return time => ({ at: time(minutes), does: 'act', actor, title, command });
}
