import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../incidents/vocabulary';
import { ANY_IMPACT, jointImpact } from './jointImpact';
import { updatesOnTime } from './promises';
import type { IncidentRecord } from './record';
import { INCIDENTS, select } from './selection';
import type { Share } from './shares';
import type { Period } from './spans';

/** @public */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** When in the week a digest is due. @public */
export interface DigestDay {
  weekday: (typeof WEEKDAYS)[number];
  /** From 0 to 23. */
  hour: number;
  /** Where it is that hour, an IANA name. */
  zone: string;
}

/** What a week was like for those who are accountable. @public */
export interface WeeklyDigest {
  /** How many are live now. */
  live: number;
  /** How many were resolved in the week. */
  resolved: number;
  /** For how long in the week customers were affected by at least one, in milliseconds. */
  impactMs: number;
  /** Of the updates that were due in the week, those that came late or not at all. */
  late: Share;
  /** How many action items of theirs are overdue now. */
  overdueActions: number;
}

/**
 * The last week that was over by then: from one such day and hour to the next. Where
 * the clocks change in between it is an hour shorter or longer.
 *
 * @throws RangeError for a zone that does not exist.
 * @public
 */
export function weekBefore(
  now: Instant,
  { weekday, hour, zone }: DigestDay,
): Period {
  const here = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  const since = (here.dayOfWeek - 1 - WEEKDAYS.indexOf(weekday) + 7) % 7;
  const at = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({
      timeZone: zone,
      plainTime: Temporal.PlainTime.from({ hour }),
    });
  const day = here.toPlainDate().subtract({ days: since });
  const isOver = Temporal.ZonedDateTime.compare(at(day), here) <= 0;
  const end = isOver ? day : day.subtract({ days: 7 });
  return {
    from: instantOf(at(end.subtract({ days: 7 }))),
    to: instantOf(at(end)),
  };
}

/**
 * What there is to tell of a week; undefined where nothing happened, nothing is live
 * and nothing overdue.
 *
 * @param incidents - Of those who are told, also of before the week.
 * @param overdueActions - Theirs, now.
 * @public
 */
export function digestOf(
  incidents: readonly IncidentRecord[],
  overdueActions: number,
  week: Period,
  now: Instant,
): WeeklyDigest | undefined {
  const { counted } = select(incidents, INCIDENTS);
  const isIn = (at: Instant | undefined) =>
    at !== undefined && week.from <= at && at < week.to;
  const entityRefs = new Set(
    incidents.flatMap(({ entities }) => entities.map(({ ref }) => ref)),
  );
  const due = counted.map(({ course }) => ({
    ...course,
    updates: course.updates.filter(({ dueAt }) => isIn(dueAt)),
  }));
  const onTime = updatesOnTime(due, now);
  const digest: WeeklyDigest = {
    live: counted.filter(({ outcome }) => outcome === 'live').length,
    resolved: counted.filter(({ stamps }) => isIn(stamps.resolvedAt)).length,
    impactMs: jointImpact(incidents, entityRefs, week, now, {
      ...ANY_IMPACT,
      selection: { ...ANY_IMPACT.selection, modes: INCIDENTS.modes },
    }).milliseconds,
    late: { n: onTime.of - onTime.n, of: onTime.of },
    overdueActions,
  };
  const { live, resolved, impactMs, late } = digest;
  const isQuiet = live + resolved + impactMs + late.of + overdueActions === 0;
  return isQuiet ? undefined : digest;
}

function instantOf(at: Temporal.ZonedDateTime): Instant {
  return new Date(at.epochMilliseconds).toISOString();
}
