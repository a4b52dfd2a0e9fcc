import fc from 'fast-check';
import { nadia, omar, rita } from '../incidents/__testUtils__/stage';
import { Desk } from './__testUtils__/desk';
import { reviewClocksOf } from './clocks';
import { REVIEW_COMMANDS, type AnyReviewCommand } from './commands';
import { BESIDE_MAX } from './limits';
import type { ReviewCommandType } from '../schemas/reviews';

const authors = [nadia, omar, rita];
const author = fc.constantFrom(...authors);
const anySection = fc.constantFrom('summary', 'impact');
const text = fc.constantFrom('', 'a', 'b', 'a b', 'a b c', 'c');

/** How far an author lags behind the present version. */
const lag = fc.integer({ min: 0, max: 2 });

const writing = fc.record({
  author,
  section: anySection,
  text,
  lag,
  joins: fc.boolean(),
});

const other: fc.Arbitrary<AnyReviewCommand> = fc.oneof(
  fc.constant({ type: 'start' } as const),
  fc.constant({ type: 'hand-in' } as const),
  fc.constant({ type: 'send-back', reason: 'x' } as const),
  fc.constant({ type: 'approve' } as const),
  fc.constant({ type: 'waive', reason: 'x' } as const),
  fc.constant({ type: 'require', because: 'resolved' } as const),
  fc.constant({ type: 'release', because: 'demoted' } as const),
  fc.constant({ type: 'reopen', because: 'incident' } as const),
  fc.constant({ type: 'reopen', because: 'corrected' } as const),
  fc.constant({ type: 'add-factor', tag: 'change', text: 'x' } as const),
  fc.constant({ type: 'comment', text: 'x' } as const),
);

type Writing = typeof writing extends fc.Arbitrary<infer Given> ? Given : never;

/** A section and its texts at one time. */
function look(desk: Desk, section: string) {
  const { version, beside } = desk.state.sections[section] ?? {
    version: 0,
    beside: [],
  };
  return {
    version,
    text: desk.textOf(section),
    beside: beside.map(({ id, byRef }) => ({
      id,
      byRef,
      text: desk.textAt(id),
    })),
  };
}

/** What is wrong with how a text was taken in; nothing where all is well. */
function lossesOf(desk: Desk, given: Writing): string[] {
  const { section, lag: behind, joins, author: person } = given;
  const before = look(desk, section);
  const joined = joins ? before.beside[0]?.id : undefined;
  const refused = desk.send(
    {
      type: 'write-section',
      section,
      baseVersion: Math.max(0, before.version - behind),
      text: given.text,
      ...(joined && { joins: joined }),
    },
    person,
  );
  const after = look(desk, section);
  if (refused) {
    return before.beside.length >= BESIDE_MAX ? [] : [refused];
  }
  const hasRead = behind === 0 || before.version === 0;
  const isKept =
    after.text === given.text ||
    after.beside.some(
      ({ byRef, text: kept }) => byRef === person.ref && kept === given.text,
    ) ||
    (!hasRead && after.text.startsWith(before.text));
  const gone = before.beside.filter(
    ({ id }) => !after.beside.some(kept => kept.id === id),
  );
  return [
    ...(isKept ? [] : ['the text is nowhere']),
    ...(hasRead || after.text.startsWith(before.text)
      ? []
      : ['the text of another was replaced unread']),
    ...(after.version - before.version > 1 ? ['a version is missing'] : []),
    ...(gone.every(({ id, byRef }) => id === joined || byRef === person.ref)
      ? []
      : ['a text of another that waited is gone']),
  ];
}

/** What is wrong with a step of the course; nothing where all is well. */
function breachesOf(
  desk: Desk,
  command: AnyReviewCommand,
  person: (typeof authors)[number],
): string[] {
  const before = desk.state;
  const refused = desk.send(command, person);
  const { status, approved, waived, owner } = desk.state;
  const rule = REVIEW_COMMANDS[command.type as ReviewCommandType];
  const isOver = ['not-needed', 'approved', 'waived'].includes(status);
  return [
    ...(rule && !rule.from.includes(before.status) && !refused
      ? ['taken against the table']
      : []),
    ...(approved && approved.by.ref === owner?.ref
      ? ['approved by its owner']
      : []),
    ...((approved !== undefined) === (status === 'approved')
      ? []
      : ['approved or not']),
    ...((waived !== undefined) === (status === 'waived')
      ? []
      : ['waived or not']),
    ...(isOver && reviewClocksOf(desk.state).length > 0
      ? ['a clock runs on what is over']
      : []),
  ];
}

describe('whatever happens to a review', () => {
  it('loses no text, whoever writes what on whatever they have read', () => {
    fc.assert(
      fc.property(fc.array(writing, { maxLength: 60 }), happenings => {
        const desk = new Desk();
        desk.send({ type: 'start' });
        expect(happenings.flatMap(given => lossesOf(desk, given))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('changes its status only from where the table says, and is approved by somebody else than its owner', () => {
    const steps = fc.array(fc.tuple(other, author), { maxLength: 60 });
    fc.assert(
      fc.property(steps, happenings => {
        const desk = new Desk();
        expect(
          happenings.flatMap(([command, person]) =>
            breachesOf(desk, command, person),
          ),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
