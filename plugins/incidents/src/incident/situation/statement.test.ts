import { statementOf } from './statement';

describe('statementOf', () => {
  it('takes the first sentence as the headline and keeps the rest', () => {
    expect(
      statementOf(
        '1 in 5 card payments fails at the last step. About 310 bookings so far; web and app.',
      ),
    ).toEqual({
      headline: '1 in 5 card payments fails at the last step',
      rest: 'About 310 bookings so far; web and app.',
    });
  });

  it('takes the first line where it is no sentence', () => {
    expect(
      statementOf('Moving payments-db\nRavi does it\nNo end time yet'),
    ).toEqual({
      headline: 'Moving payments-db',
      rest: 'Ravi does it No end time yet',
    });
  });

  it.each([
    [
      'Affects approx. 300 bookings. More soon.',
      'Affects approx. 300 bookings',
    ],
    [
      'Some endpoints, e.g. the search, fail.',
      'Some endpoints, e.g. the search, fail',
    ],
    ['Version 15.9 was rolled out', 'Version 15.9 was rolled out'],
    ['Is it us? We do not know.', 'Is it us?'],
    ['Betrifft z. B. die Suche. Mehr folgt.', 'Betrifft z. B. die Suche'],
  ])('finds where the sentence of "%s" ends', (text, headline) => {
    expect(statementOf(text).headline).toBe(headline);
  });

  it('leaves out the marks of Markdown', () => {
    expect(
      statementOf(
        '**Card payments** fail, see [the dashboard](https://example.org/d)\n\n- on `web`\n- in the app',
      ),
    ).toEqual({
      headline: 'Card payments fail, see the dashboard',
      rest: 'on web in the app',
    });
  });

  it('leaves names with underscores alone', () => {
    expect(statementOf('The table booking_items_old is locked').headline).toBe(
      'The table booking_items_old is locked',
    );
  });
});
