import fc from 'fast-check';
import { mergeTexts } from './mergeTexts';

const lines = fc.array(fc.constantFrom('one', 'two', 'three', ''), {
  maxLength: 6,
});
const written = lines.map(each => each.join('\n'));

describe('mergeTexts', () => {
  it('has what both wrote in different paragraphs', () => {
    expect(
      mergeTexts(
        'It began.\n\nIt went on.\n\nIt ended.',
        'It began at ten.\n\nIt went on.\n\nIt ended.',
        'It began.\n\nIt went on.\n\nIt ended at noon.',
      ),
    ).toBe('It began at ten.\n\nIt went on.\n\nIt ended at noon.');
  });

  it('gives no half of two sentences', () => {
    expect(
      mergeTexts(
        'It was slow.',
        'It was very slow.',
        'It was slow, then down.',
      ),
    ).toBeUndefined();
  });

  it('takes what both wrote alike as one', () => {
    expect(mergeTexts('a', 'b', 'b')).toBe('b');
  });

  it('is the text of the one where the other has changed nothing', () => {
    fc.assert(
      fc.property(written, written, (base, text) => {
        expect(mergeTexts(base, text, base)).toBe(text);
        expect(mergeTexts(base, base, text)).toBe(text);
      }),
    );
  });

  it('loses no line that either of them has added', () => {
    fc.assert(
      fc.property(written, lines, lines, (base, mine, theirs) => {
        const added = [
          ...mine.map(l => `mine ${l}`),
          ...theirs.map(l => `theirs ${l}`),
        ];
        const merged = mergeTexts(
          base,
          [...mine.map(l => `mine ${l}`), base].join('\n'),
          [base, ...theirs.map(l => `theirs ${l}`)].join('\n'),
        );
        expect(
          merged === undefined ||
            added.every(line => merged.split('\n').includes(line)),
        ).toBe(true);
      }),
    );
  });
});
