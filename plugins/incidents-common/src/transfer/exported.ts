import type { Incident } from '../schemas/answers/incident';
import type { Instant } from '../incidents/vocabulary';

/** What stands in a cell. @public */
export type ExportedValue = string | number | boolean | null;

/**
 * What an export says of an incident, by column. Times are in UTC, durations in
 * milliseconds; an impact that goes on is counted up to `now`. Both durations of what
 * was reopened are there: the impact without the gaps, and what went by with them.
 */
const COLUMNS: Readonly<
  Record<string, (incident: Incident, now: Instant) => ExportedValue>
> = {
  number: ({ number }) => number,
  title: ({ title }) => title,
  status: ({ status }) => status,
  onHold: ({ onHold }) => onHold?.reason ?? null,
  priority: ({ priority }) => priority,
  impact: ({ impact }) => impact,
  urgency: ({ urgency }) => urgency,
  risks: ({ risks }) => risks.join(' '),
  mode: ({ mode }) => mode,
  visibility: ({ visibility }) => visibility,
  source: ({ source }) => source,
  originSystem: ({ origin }) => origin?.system ?? null,
  originId: ({ origin }) => origin?.id ?? null,
  entityRef: ({ entityRef }) => entityRef,
  entity: ({ entity }) => entity?.title ?? null,
  ownerRef: ({ ownerRef }) => ownerRef,
  owner: ({ owner }) => owner?.title ?? null,
  leadRef: ({ leadRef }) => leadRef,
  lead: ({ lead }) => lead?.title ?? null,
  reporterRef: ({ reporterRef }) => reporterRef,
  reporter: ({ reporter }) => reporter?.title ?? null,
  impactStartedAt: ({ impactStartedAt }) => impactStartedAt,
  impactEstimated: ({ impactEstimated }) => impactEstimated,
  detectedAt: ({ detectedAt }) => detectedAt,
  declaredAt: ({ declaredAt }) => declaredAt,
  notifiedAt: ({ notifiedAt }) => notifiedAt,
  acknowledgedAt: ({ acknowledgedAt }) => acknowledgedAt,
  mitigatedAt: ({ mitigatedAt }) => mitigatedAt,
  resolvedAt: ({ resolvedAt }) => resolvedAt,
  closedAt: ({ closedAt }) => closedAt,
  impactMs: ({ impactMs, impactRunningSince }, now) =>
    impactMs + Math.max(0, between(impactRunningSince, now) ?? 0),
  elapsedMs: ({ impactStartedAt, resolvedAt }) =>
    between(impactStartedAt, resolvedAt),
  reopened: ({ reopened }) => reopened,
  passedOn: ({ passes }) => passes,
  affectedEntities: ({ affectedCount }) => affectedCount,
  affectedPeople: ({ affectedPeople }) => affectedPeople,
  alerts: ({ alertCount }) => alertCount,
};

/** The columns of an export, in order. @public */
export const EXPORTED_COLUMNS: readonly string[] = Object.keys(COLUMNS);

/** An incident as a row of an export. @public */
export function exported(
  incident: Incident,
  now: Instant,
): Record<string, ExportedValue> {
  return Object.fromEntries(
    Object.entries(COLUMNS).map(([name, value]) => [
      name,
      value(incident, now),
    ]),
  );
}

function between(from: Instant | null, to: Instant | null): number | null {
  return from && to ? Date.parse(to) - Date.parse(from) : null;
}
