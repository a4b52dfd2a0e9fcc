import type { Instant } from '../incidents/vocabulary';

/**
 * What an alert is called: alerts of one name tell the same story of different places.
 * Source: Prometheus documentation, the label `alertname` names the rule; a source
 * without it has the title only.
 *
 * @public
 */
export function alertNameOf(alert: {
  labels: Readonly<Record<string, string>>;
  title: string;
}): string {
  return alert.labels.alertname || alert.title;
}

/** What grouping has to know of an alert of an incident. @public */
export interface ListedAlert {
  id: string;
  title: string;
  source: string;
  labels: Readonly<Record<string, string>>;
  firing: boolean;
  since: Instant;
  /** Null while it fires. */
  endedAt: Instant | null;
}

/** A label in which alerts of one name differ. @public */
export interface DifferingLabel {
  label: string;
  /** Each value once, in alphabetical order; an alert that lacks the label adds none. */
  values: readonly string[];
}

/** The alerts of one name and source. @public */
export interface AlertGroup<Alert extends ListedAlert> {
  name: string;
  source: string;
  /** What all of them say; their name where they do not say the same. */
  title: string;
  /** Those firing first, then the newest first. */
  alerts: readonly Alert[];
  /** How many of them fire. */
  firing: number;
  /** When the first of them began to fire. */
  firstAt: Instant;
  /** When the last of them began to fire. */
  lastAt: Instant;
  /** When the last of them ended; null while one fires. */
  endedAt: Instant | null;
  /** What tells them apart, in alphabetical order of the labels. */
  differing: readonly DifferingLabel[];
}

/**
 * Alerts by their name, each in one group: groups in which something fires first,
 * then what began last first. The order in which they come makes no difference.
 *
 * @public
 */
export function groupAlerts<Alert extends ListedAlert>(
  alerts: readonly Alert[],
): AlertGroup<Alert>[] {
  const byName = new Map<string, Alert[]>();
  for (const alert of alerts) {
    const key = JSON.stringify([alert.source, alertNameOf(alert)]);
    byName.set(key, [...(byName.get(key) ?? []), alert]);
  }
  return [...byName.values()]
    .map(groupOf)
    .sort(
      (a, b) =>
        Number(b.firing > 0) - Number(a.firing > 0) ||
        compare(b.lastAt, a.lastAt) ||
        compare(a.name, b.name) ||
        compare(a.source, b.source),
    );
}

function groupOf<Alert extends ListedAlert>(
  unordered: readonly Alert[],
): AlertGroup<Alert> {
  const alerts = [...unordered].sort(
    (a, b) =>
      Number(b.firing) - Number(a.firing) ||
      compare(b.since, a.since) ||
      compare(a.id, b.id),
  );
  const [first] = alerts;
  const name = alertNameOf(first);
  const begun = alerts.map(({ since }) => since).sort(compare);
  const ended = alerts.flatMap(({ endedAt }) => endedAt ?? []).sort(compare);
  const firing = alerts.filter(alert => alert.firing).length;
  return {
    name,
    source: first.source,
    title: alerts.every(({ title }) => title === first.title)
      ? first.title
      : name,
    alerts,
    firing,
    firstAt: begun[0],
    lastAt: begun[begun.length - 1],
    endedAt: firing > 0 ? null : (ended[ended.length - 1] ?? null),
    differing: differencesBetween(alerts),
  };
}

function differencesBetween(
  alerts: readonly ListedAlert[],
): readonly DifferingLabel[] {
  const labels = new Set(alerts.flatMap(alert => Object.keys(alert.labels)));
  return [...labels]
    .sort(compare)
    .filter(
      label => new Set(alerts.map(alert => valueOf(alert, label))).size > 1,
    )
    .map(label => ({
      label,
      values: [
        ...new Set(alerts.flatMap(alert => valueOf(alert, label) ?? [])),
      ].sort(compare),
    }));
}

/** A label may be called like something that every object has. */
function valueOf({ labels }: ListedAlert, label: string): string | undefined {
  return Object.hasOwn(labels, label) ? labels[label] : undefined;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
