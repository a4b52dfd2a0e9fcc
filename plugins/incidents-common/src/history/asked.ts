import type { Instant } from '../incidents/vocabulary';
import type { HistoryQuery } from '../schemas/queries';
import { daysOf } from './calendar';
import { INCIDENTS, type Selection } from './selection';
import { lengthOf, type Period } from './spans';

const DAY = 86_400_000;

/** What is shown where nobody asks for another period: a year of whole weeks. */
const DAYS_SHOWN = 52 * 7;

/** Five years; what is asked for beyond is not looked at. */
const DAYS_AT_MOST = 5 * 366;

/** The period that figures are about, and whether it begins later than was asked for. @public */
export interface AskedPeriod {
  period: Period;
  shortened: boolean;
}

/**
 * The period that is asked for: up to now at the most; from 52 weeks before its end
 * on where nothing else is asked, the first day whole; of five years at the most.
 *
 * @param zone - Of the days, an IANA name.
 * @public
 */
export function periodAsked(
  { from, to }: Pick<HistoryQuery, 'from' | 'to'>,
  now: Instant,
  zone: string,
): AskedPeriod {
  const end = to && to < now ? to : now;
  const earliest = daysBefore(end, DAYS_AT_MOST);
  const begin = from ?? dayBegunBefore(end, zone);
  const shortened = begin < earliest;
  const since = shortened ? earliest : begin;
  return {
    period: { from: since < end ? since : end, to: end },
    shortened,
  };
}

/** The period before one, which is as long. @public */
export function periodBefore(period: Period): Period {
  const begin = Date.parse(period.from) - lengthOf(period);
  return {
    from: new Date(Math.max(0, begin)).toISOString(),
    to: period.from,
  };
}

/** What is asked to be counted. @public */
export function selectionAsked({
  drills,
  imported,
  priority,
}: Pick<HistoryQuery, 'drills' | 'imported'> &
  Partial<Pick<HistoryQuery, 'priority'>>): Selection {
  return {
    ...INCIDENTS,
    modes: [
      'real',
      ...(imported === 'true' ? (['backfill'] as const) : []),
      ...(drills === 'true' ? (['drill', 'test'] as const) : []),
    ],
    ...(priority?.length && { priorities: priority }),
  };
}

function dayBegunBefore(end: Instant, zone: string): Instant {
  const at = daysBefore(end, DAYS_SHOWN);
  return daysOf({ from: at, to: at }, zone)[0].from;
}

function daysBefore(end: Instant, days: number): Instant {
  return new Date(Math.max(0, Date.parse(end) - days * DAY)).toISOString();
}
