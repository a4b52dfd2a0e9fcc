import fc from 'fast-check';
import { nadia, omar, rita } from '../incidents/__testUtils__/stage';
import { Desk } from './__testUtils__/desk';
import { reviewClocksOf } from './clocks';
import { REVIEW_COMMANDS, type AnyReviewCommand } from './commands';
import { BESIDE_MAX } from './limits';
import type { ReviewCommandType } from '../schemas/reviews';

jest.setTimeout(60_000);

const authors = [nadia, omar, rita];
const author = fc.constantFrom(...authors);
const section = fc.constantFrom('summary', 'impact');
const text = fc.constantFrom('', 'a', 'b', 'a b', 'a b c', 'c');

/** How far an author lags behind the present version. */
const lag = fc.integer({ min: 0, max: 2 });

const writing = fc.record({ author, section, text, lag, joins: fc.boolean() });

const other: fc.Arbitrary<AnyReviewCommand> = fc.oneof(
  fc.constant({ type: 'start' } as const),
  fc.constant({ type: 'hand-in' } as const),
  fc.constant({ type: 'send-back', reason: 'x' } as const),
  fc.constant({ type: 'approve' } as const),
  fc.constant({ type: 'waive', reason: 'x' } as const),
  fc.constant({ type: 'require', because: 'resolved' } as const),
  fc.constant({ type: 'release', because: 'demoted' } as const),
  fc.constant({ type: 'reopen' } as const),
  fc.constant({ type: 'add-factor', tag: 'change', text: 'x' } as const),
  fc.constant({ type: 'comment', text: 'x' } as const),
);

function write(
  desk: Desk,
  given: typeof writing extends fc.Arbitrary<infer T> ? T : never,
) {
  const known = desk.state.sections[given.section];
  const version = known?.version ?? 0;
  const joins = given.joins ? known?.beside[0]?.id : undefined;
  return desk.send(
    {
      type: 'write-section',
      section: given.section,
      baseVersion: Math.max(0, version - given.lag),
      text: given.text,
      ...(joins && { joins }),
    },
    given.author,
  );
}

describe('whatever happens to a review', () => {
  it('loses no text, whoever writes what on whatever they have read', () => {
    fc.assert(
      fc.property(fc.array(writing, { maxLength: 60 }), happenings => {
        const desk = new Desk();
        desk.send({ type: 'start' });
        for (const given of happenings) {
          const before = desk.state.sections[given.section];
          const textBefore = desk.textOf(given.section);
          const refused = write(desk, given);
          const after = desk.state.sections[given.section];
          if (refused) {
            expect(refused).toMatch(`${BESIDE_MAX} texts wait`);
            continue;
          }
          const isPresent = desk.textOf(given.section).includes(given.text);
          const isBeside = after?.beside.some(
            ({ id, byRef }) =>
              byRef === given.author.ref && desk.textAt(id) === given.text,
          );
          const isMerged =
            desk.events.at(-1)?.type === 'section-written' &&
            given.lag > 0 &&
            desk.textOf(given.section).startsWith(textBefore);
          expect(isPresent || isBeside || isMerged).toBe(true);
          // What others wrote is replaced only by who has read it, or is in what replaces it.
          if (after && after.version !== (before?.version ?? 0)) {
            expect(after.version).toBe((before?.version ?? 0) + 1);
            expect(
              given.lag === 0 ||
                desk.textOf(given.section).startsWith(textBefore) ||
                (before?.version ?? 0) === 0,
            ).toBe(true);
          }
          const gone = (before?.beside ?? []).filter(
            ({ id }) => !after?.beside.some(kept => kept.id === id),
          );
          expect(
            gone.every(
              ({ byRef }, index) =>
                index === 0 && (given.joins || byRef === given.author.ref),
            ),
          ).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('changes its status only from where the table says, and never to approved by its owner', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(other, author), { maxLength: 60 }),
        happenings => {
          const desk = new Desk();
          for (const [command, person] of happenings) {
            const before = desk.state;
            const refused = desk.send(command, person);
            const rule = REVIEW_COMMANDS[command.type as ReviewCommandType];
            if (rule && !rule.from.includes(before.status)) {
              expect(refused).toMatch('does not take');
            }
            if (desk.state.status === 'approved') {
              expect(desk.state.approved!.by.ref).not.toBe(
                desk.state.owner?.ref,
              );
            }
            expect(desk.state.approved !== undefined).toBe(
              desk.state.status === 'approved',
            );
            expect(desk.state.waived !== undefined).toBe(
              desk.state.status === 'waived',
            );
            if (
              ['not-needed', 'approved', 'waived'].includes(desk.state.status)
            ) {
              expect(reviewClocksOf(desk.state)).toEqual([]);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
