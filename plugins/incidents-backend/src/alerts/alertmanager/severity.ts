import type { AlertSeverity } from '@linchpin/backstage-plugin-incidents-common';

const SEVERITIES: ReadonlyMap<string, AlertSeverity> = new Map([
  ['critical', 'critical'],
  ['page', 'critical'],
  ['error', 'error'],
  ['major', 'error'],
  ['warning', 'warning'],
  ['info', 'info'],
  ['none', 'info'],
]);

/**
 * The severity by the label of that name, whose values are a convention of rule
 * authors. One that is missing or a word of their own is a warning: it tells the
 * owner and wakes nobody.
 */
export function severityOf(
  labels: Readonly<Record<string, string>>,
): AlertSeverity {
  const said = labels.severity?.trim().toLocaleLowerCase('en-US') ?? '';
  return SEVERITIES.get(said) ?? 'warning';
}
