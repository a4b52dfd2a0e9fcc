/*
 * Messages as a real Alertmanager posts them: the shapes of its documentation and
 * of what it was seen sending, with names of our own.
 */

export const RECEIVED_AT = '2026-11-21T10:00:00.000Z';
const NO_END = '0001-01-01T00:00:00Z';

/** A firing alert as sent, with nanoseconds and an offset. */
export function firing(
  labels: Record<string, string>,
  more: Record<string, unknown> = {},
) {
  return {
    status: 'firing',
    labels,
    annotations: {},
    startsAt: '2026-11-21T10:58:12.123456789+01:00',
    endsAt: NO_END,
    generatorURL: 'http://prometheus.test:9090/graph?g0.expr=up+%3D%3D+0',
    ...more,
  };
}

/** The same one, ended. */
export function resolved(
  labels: Record<string, string>,
  more: Record<string, unknown> = {},
) {
  return {
    ...firing(labels),
    status: 'resolved',
    endsAt: '2026-11-21T10:59:42.5+01:00',
    ...more,
  };
}

/** A message of a group. Its status is firing if that of any alert is. */
export function message(...alerts: unknown[]) {
  return {
    version: '4',
    groupKey: '{}/{team="payments"}:{alertname="InstanceDown"}',
    truncatedAlerts: 0,
    status: 'firing',
    receiver: 'linchpin',
    groupLabels: { alertname: 'InstanceDown' },
    commonLabels: {},
    commonAnnotations: {},
    externalURL: 'http://alertmanager.test:9093',
    alerts,
  };
}
