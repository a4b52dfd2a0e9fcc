import fc from 'fast-check';
import { areTitlesAlike, isLike, type Likeness } from './isLike';

const paymentsApi = 'component:default/payments-api';

function incident(given: Partial<Likeness> = {}): Likeness {
  return {
    id: 'later',
    title: 'Payments API: queue overflows',
    entityRef: paymentsApi,
    alertNames: [],
    ...given,
  };
}

const earlier = incident({ id: 'earlier' });

describe('an incident is like an earlier one', () => {
  it('of which somebody says that it came back, whatever they have in common', () => {
    expect(
      isLike(
        incident({
          entityRef: undefined,
          title: 'Cards declined',
          recurrenceOf: 'earlier',
        }),
        earlier,
      ),
    ).toBe(true);
  });

  it('of the same entity with an alert of the same name', () => {
    const alertNames = ['QueueLength', 'TooSlow'];
    const other = { title: 'Nobody can pay', alertNames: ['TooSlow'] };
    expect(isLike(incident(other), { ...earlier, alertNames })).toBe(true);
    expect(isLike(incident(other), earlier)).toBe(false);
  });

  it('of the same entity with a title that says the same', () => {
    expect(isLike(incident({ title: 'Queue overflows again' }), earlier)).toBe(
      true,
    );
  });

  it('never of another entity, and not where nobody knows the entity', () => {
    const same = { alertNames: ['TooSlow'] };
    expect(
      isLike(incident({ ...same, entityRef: 'component:default/ledger' }), {
        ...earlier,
        ...same,
      }),
    ).toBe(false);
    expect(
      isLike(incident({ ...same, entityRef: undefined }), {
        ...earlier,
        ...same,
        entityRef: undefined,
      }),
    ).toBe(false);
  });

  it('but none is like itself', () => {
    expect(isLike({ ...earlier, recurrenceOf: 'earlier' }, earlier)).toBe(
      false,
    );
  });
});

describe('titles are alike', () => {
  const alike = (a: string, b: string) => areTitlesAlike(a, b, paymentsApi);

  it.each([
    ['Payments API down', 'payments-api: DOWN'],
    ['Queue overflow since the release', 'Release: the queue overflow'],
    ['Zahlungen schlagen fehl', 'Zahlungen schlagen wieder fehl'],
    ['HTTP 502 at checkout', 'Checkout answers HTTP-502'],
  ])('as %s and %s', (a, b) => {
    expect(alike(a, b)).toBe(true);
  });

  it.each([
    // Only the name of the entity is the same.
    ['Payments API down', 'Payments API: certificate expires'],
    // One word is not enough.
    ['Database slow', 'Database full'],
    // Nor is what joins words.
    ['Errors in the cache', 'Timeout in the gateway'],
    ['Payments API', 'Payments API'],
    ['', ''],
  ])('not as %s and %s', (a, b) => {
    expect(alike(a, b)).toBe(false);
  });

  it('or not, whichever of the two is asked about first', () => {
    const title = fc
      .array(
        fc.constantFrom('payments', 'queue', 'overflow', 'the', 'slow', '502'),
        { maxLength: 6 },
      )
      .map(words => words.join(' '));
    fc.assert(
      fc.property(title, title, (a, b) => {
        expect(alike(a, b)).toBe(alike(b, a));
      }),
    );
  });
});
