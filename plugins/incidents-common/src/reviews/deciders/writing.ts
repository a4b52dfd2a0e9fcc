import { refuse } from '../../incidents/decision';
import type { ReviewCommand } from '../../schemas/reviews';
import {
  happened,
  nothing,
  states,
  type ReviewDecider,
  type ReviewDecision,
  type ReviewFacts,
} from '../decision';
import { BESIDE_MAX, ENTRIES_MAX, SECTION_MAX } from '../limits';
import { sectionOf, UNWRITTEN, type SectionState } from '../state';

type WriteSection = Extract<ReviewCommand, { type: 'write-section' }>;

/**
 * Nothing that was written is overwritten: what cannot be merged with what others
 * have written meanwhile is kept beside it.
 */
const writeSection: ReviewDecider<'write-section'> = (
  state,
  command,
  facts,
) => {
  const known = facts.policy.template.sections.some(
    ({ id }) => id === command.section,
  );
  const section = sectionOf(state, command.section);
  if (!known && !section) {
    return refuse(
      'input',
      `There is no section '${command.section}'`,
      'section',
    );
  }
  const present = section ?? UNWRITTEN;
  if (command.baseVersion > present.version) {
    return refuse(
      'input',
      `Nobody has written a version ${command.baseVersion} yet`,
      'baseVersion',
    );
  }
  const isStale = command.baseVersion < present.version;
  const text = isStale ? mergedText(facts) : command.text;
  return text === undefined
    ? keepBeside(present, command, facts)
    : write(present, command, text, isStale, facts);
};

/** None that is too long to be written on. */
function mergedText({ merging }: ReviewFacts): string | undefined {
  const merged = merging?.merged;
  return merged !== undefined && merged.length <= SECTION_MAX
    ? merged
    : undefined;
}

function write(
  present: SectionState,
  { section, joins }: WriteSection,
  text: string,
  isMerged: boolean,
  facts: ReviewFacts,
): ReviewDecision {
  const joined = present.beside.some(({ id }) => id === joins)
    ? joins
    : undefined;
  if (text === (facts.merging?.present ?? '') && joined === undefined) {
    return nothing;
  }
  return states(
    happened(
      facts,
      'section-written',
      {
        section,
        version: present.version + 1,
        how: isMerged ? 'merged' : 'written',
        written: text.trim() !== '',
        ...(joined !== undefined && { joins: joined }),
      },
      { text },
    ),
  );
}

/** An author who goes on writing has one text beside, not one for each word. */
function keepBeside(
  present: SectionState,
  { section, baseVersion, text }: WriteSection,
  facts: ReviewFacts,
): ReviewDecision {
  const author = facts.actor.type === 'user' ? facts.actor.ref : undefined;
  const earlier = present.beside.find(
    ({ byRef, base }) => byRef === author && base === baseVersion,
  );
  if (!earlier && present.beside.length >= BESIDE_MAX) {
    return refuse(
      'conflict',
      `${BESIDE_MAX} texts wait to be joined; join some of them first`,
    );
  }
  return states(
    happened(
      facts,
      'text-kept-beside',
      { section, base: baseVersion, ...(earlier && { replaces: earlier.id }) },
      { text },
    ),
  );
}

const chooseEntries: ReviewDecider<'choose-entries'> = (
  state,
  command,
  facts,
) => {
  const include = [...new Set(command.include)];
  const leaveOut = [...new Set(command.leaveOut)];
  if (include.some(sequence => leaveOut.includes(sequence))) {
    return refuse('input', 'An entry is either in or left out', 'leaveOut');
  }
  const unknown =
    unknownEntry('include', include, facts) ??
    unknownEntry('leaveOut', leaveOut, facts);
  if (unknown) {
    return unknown;
  }
  const changed = {
    include: include.filter(sequence => state.entries[sequence] !== 'in'),
    leaveOut: leaveOut.filter(sequence => state.entries[sequence] !== 'out'),
  };
  if (changed.include.length + changed.leaveOut.length === 0) {
    return nothing;
  }
  return hasRoom(state.entries, [...changed.include, ...changed.leaveOut])
    ? states(happened(facts, 'entries-chosen', changed))
    : tooMany();
};

const annotateEntry: ReviewDecider<'annotate-entry'> = (
  state,
  { sequence, note },
  facts,
) => {
  const unknown = unknownEntry('sequence', [sequence], facts);
  if (unknown) {
    return unknown;
  }
  if (note === '') {
    return state.notes[sequence] === undefined
      ? nothing
      : states(happened(facts, 'entry-annotated', { sequence, erased: true }));
  }
  return hasRoom(state.notes, [sequence])
    ? states(
        happened(
          facts,
          'entry-annotated',
          { sequence, erased: false },
          { note },
        ),
      )
    : tooMany();
};

function unknownEntry(
  field: string,
  sequences: readonly number[],
  { lastSequence = 0 }: ReviewFacts,
): ReviewDecision | undefined {
  const unknown = sequences.find(sequence => sequence > lastSequence);
  return unknown === undefined
    ? undefined
    : refuse('input', `The timeline has no entry ${unknown}`, field);
}

function hasRoom(
  kept: Readonly<Record<number, unknown>>,
  more: readonly number[],
): boolean {
  return (
    new Set([...Object.keys(kept), ...more.map(String)]).size <= ENTRIES_MAX
  );
}

function tooMany(): ReviewDecision {
  return refuse(
    'conflict',
    `No more than ${ENTRIES_MAX} entries are chosen by hand`,
  );
}

export const WRITING_DECIDERS = {
  'write-section': writeSection,
  'choose-entries': chooseEntries,
  'annotate-entry': annotateEntry,
};
