import fc from 'fast-check';
import { factorsOf, type NamedFactor } from './factorsOf';

const day = (n: number) => new Date(Date.UTC(2026, 9, n)).toISOString();
const october = { from: day(1), to: day(32) };

function named(
  tag: string,
  number: number,
  declaredOn: number,
  approvedOn?: number,
): NamedFactor {
  return {
    tag,
    number: `INC-${number}`,
    declaredAt: day(declaredOn),
    ...(approvedOn && { approvedAt: day(approvedOn) }),
  };
}

const factors = (
  of: readonly NamedFactor[],
  actions: Parameters<typeof factorsOf>[2] = new Map(),
) => factorsOf(of, october, actions);

describe('factors', () => {
  it('come in the order of how many incidents had them, each incident once', () => {
    expect(
      factors(
        [
          named('capacity', 1, 2),
          named('capacity', 1, 2),
          named('missing-alert', 1, 2),
          named('missing-alert', 2, 3),
          named('bad-deploy', 3, 4),
        ],
        new Map([['missing-alert', { open: 2, overdue: 1 }]]),
      ),
    ).toEqual({
      reviewed: 3,
      factors: [
        {
          tag: 'missing-alert',
          incidents: 2,
          recurred: false,
          openActions: 2,
          overdueActions: 1,
          numbers: ['INC-2', 'INC-1'],
        },
        expect.objectContaining({ tag: 'bad-deploy', incidents: 1 }),
        expect.objectContaining({ tag: 'capacity', incidents: 1 }),
      ],
    });
  });

  it('name the latest incidents, twenty at most', () => {
    const many = Array.from({ length: 25 }, (_, n) => named('load', n, n + 1));
    const [{ incidents, numbers }] = factors(many).factors;
    expect(incidents).toBe(25);
    expect(numbers).toHaveLength(20);
    expect(numbers[0]).toBe('INC-24');
  });

  it('leave out incidents of other times', () => {
    expect(factors([named('load', 1, 0), named('load', 2, 32, 33)])).toEqual({
      reviewed: 0,
      factors: [],
    });
  });
});

describe('a factor recurred', () => {
  const recurred = (...of: NamedFactor[]) => factors(of).factors[0].recurred;

  it('where an incident with it came after a review that named it was approved', () => {
    expect(recurred(named('load', 1, 2, 5), named('load', 2, 6))).toBe(true);
  });

  it('also where that review was of before the period', () => {
    expect(recurred(named('load', 1, -9, -5), named('load', 2, 6))).toBe(true);
  });

  it('not while the review was being written', () => {
    expect(recurred(named('load', 1, 2, 5), named('load', 2, 4, 8))).toBe(
      false,
    );
    expect(recurred(named('load', 1, 2), named('load', 2, 6))).toBe(false);
  });

  it('not where only another one had been named', () => {
    expect(recurred(named('load', 2, 6), named('network', 1, 2, 5))).toBe(
      false,
    );
  });

  it('by the first review of several, whatever the order they are read in', () => {
    const all = [
      named('load', 1, 2, 4),
      named('load', 2, 3, 30),
      named('load', 3, 5),
      named('load', 4, 2),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 4 }), read => {
        expect(recurred(...read)).toBe(true);
        expect(factors(read)).toEqual(factors(all));
      }),
    );
  });
});
