import { reviewCommandSchema } from './reviews';

const NUL = String.fromCharCode(0);

describe('a command to a review', () => {
  it('may empty a section or a note, and keeps a section as it was typed', () => {
    const written = {
      type: 'write-section',
      section: 'summary',
      baseVersion: 1,
    };
    for (const text of ['', '- one\n- two\n']) {
      const command = { ...written, text };
      expect(reviewCommandSchema.parse(command)).toEqual(command);
    }
    expect(
      reviewCommandSchema.parse({
        type: 'annotate-entry',
        sequence: 3,
        note: ' ',
      }),
    ).toEqual({ type: 'annotate-entry', sequence: 3, note: '' });
  });

  it.each([
    ['text', { type: 'write-section', section: 'summary', baseVersion: 0 }],
    ['note', { type: 'annotate-entry', sequence: 3 }],
    ['reason', { type: 'waive' }],
  ])('has no character in %s that PostgreSQL cannot keep', (field, command) => {
    const { error } = reviewCommandSchema.safeParse({
      ...command,
      [field]: `a${NUL}b`,
    });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });
});
