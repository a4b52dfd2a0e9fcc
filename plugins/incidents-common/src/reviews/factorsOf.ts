import type { Period } from '../history/spans';
import type { Instant } from '../incidents/vocabulary';
import type { Factors } from '../schemas/answers/reviews';

/** That the review of an incident names what contributed to it. @public */
export interface NamedFactor {
  /** Such as `capacity`. */
  tag: string;
  /** Of the incident, such as `INC-41`. */
  number: string;
  declaredAt: Instant;
  /** When its review was approved; of one that is not, or no more, nothing. */
  approvedAt?: Instant;
}

/** The open actions that do something about a factor. @public */
export interface FactorActions {
  open: number;
  overdue: number;
}

/** So many incidents are named of each factor. */
const NUMBERS_SHOWN = 20;

const NO_ACTIONS: FactorActions = { open: 0, overdue: 0 };

/**
 * What contributed to the incidents of a period, most often first; an incident counts
 * once for a factor, however often its review names it. A factor recurred where an
 * incident of the period with it was declared after the review of another one that
 * named it was approved: it was known by then.
 *
 * @param named - Also of incidents before the period, which only say what was known.
 * @param actions - By tag.
 * @public
 */
export function factorsOf(
  named: readonly NamedFactor[],
  { from, to }: Period,
  actions: ReadonlyMap<string, FactorActions>,
): Pick<Factors, 'reviewed' | 'factors'> {
  const ofPeriod = named.filter(
    ({ declaredAt }) => from <= declaredAt && declaredAt < to,
  );
  const known = knownSince(named);
  const byTag = new Map<string, NamedFactor[]>();
  for (const factor of ofPeriod) {
    byTag.set(factor.tag, [...(byTag.get(factor.tag) ?? []), factor]);
  }
  return {
    reviewed: numbersOf(ofPeriod).length,
    factors: [...byTag]
      .map(([tag, ofTag]) => {
        const numbers = numbersOf(ofTag);
        const { open, overdue } = actions.get(tag) ?? NO_ACTIONS;
        return {
          tag,
          incidents: numbers.length,
          recurred: ofTag.some(
            ({ declaredAt }) => (known.get(tag) ?? declaredAt) < declaredAt,
          ),
          openActions: open,
          overdueActions: overdue,
          numbers: numbers.slice(0, NUMBERS_SHOWN),
        };
      })
      .sort((a, b) => b.incidents - a.incidents || (a.tag < b.tag ? -1 : 1)),
  };
}

/** When a review that named it was approved for the first time, by tag. */
function knownSince(
  named: readonly NamedFactor[],
): ReadonlyMap<string, Instant> {
  const known = new Map<string, Instant>();
  for (const { tag, approvedAt } of named) {
    const earliest = known.get(tag);
    if (approvedAt && (!earliest || approvedAt < earliest)) {
      known.set(tag, approvedAt);
    }
  }
  return known;
}

/** Each once, the latest first. */
function numbersOf(named: readonly NamedFactor[]): string[] {
  const latestFirst = [...named].sort((a, b) =>
    a.declaredAt === b.declaredAt
      ? a.number.localeCompare(b.number)
      : b.declaredAt.localeCompare(a.declaredAt),
  );
  return [...new Set(latestFirst.map(({ number }) => number))];
}
