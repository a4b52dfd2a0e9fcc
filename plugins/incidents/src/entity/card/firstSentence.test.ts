import { firstSentence } from './firstSentence';

describe('the first sentence', () => {
  it.each([
    ['We fail over. Done in ten minutes.', 'We fail over.'],
    ['Is it the gateway? We look.', 'Is it the gateway?'],
    [
      'Back to release 15.8.2 now. Then we watch.',
      'Back to release 15.8.2 now.',
    ],
    ['  no end  ', 'no end'],
    ['', ''],
  ])('of %j is %j', (text, sentence) => {
    expect(firstSentence(text)).toBe(sentence);
  });
});
