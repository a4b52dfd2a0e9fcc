import { carriedOver, caretAfter } from './edits';

describe('what was typed while a text was on its way', () => {
  it('follows a text that others changed before it', () => {
    expect(carriedOver('b.', 'b. c.', 'a. b.')).toBe('a. b. c.');
  });

  it('stays where others changed what comes after it', () => {
    expect(carriedOver('a. c.', 'a! c.', 'a. c. d.')).toBe('a! c. d.');
  });

  it('is not guessed where both changed the same place', () => {
    expect(carriedOver('down', 'slow', 'dead')).toBeUndefined();
  });

  it('is all there is where nobody changed anything', () => {
    expect(carriedOver('a', 'ab', 'a')).toBe('ab');
  });
});

describe('a caret in a text that somebody else changed', () => {
  it('stays behind the same letter', () => {
    expect(caretAfter('one two', 'one and two', 7)).toBe(11);
    expect(caretAfter('one two', 'one two three', 3)).toBe(3);
  });

  it('goes to the end of what replaced the letters around it', () => {
    expect(caretAfter('a long word', 'a word', 4)).toBe(2);
  });
});
