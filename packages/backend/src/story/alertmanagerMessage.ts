import type { Instant } from '@linchpin/backstage-plugin-incidents-common';
import type { StoryAlert } from './script';

/** The time that Alertmanager sends as the end of an alert that has none yet. */
const NO_END = '0001-01-01T00:00:00Z';

/**
 * The webhook message of Alertmanager, version "4", for a group of one alert. It
 * fires until it has an end. Its fingerprint is left to the receiver, which makes
 * the same one of the same labels.
 */
export function alertmanagerMessage(
  { labels, annotations }: StoryAlert,
  startsAt: Instant,
  endsAt?: Instant,
) {
  const status = endsAt ? 'resolved' : 'firing';
  const { alertname, service } = labels;
  return {
    version: '4',
    groupKey: `{}:{alertname="${alertname}", service="${service}"}`,
    truncatedAlerts: 0,
    status,
    receiver: 'portal',
    groupLabels: { alertname, service },
    commonLabels: labels,
    commonAnnotations: annotations,
    externalURL: 'http://alertmanager.fernway.test',
    alerts: [
      {
        status,
        labels,
        annotations,
        startsAt,
        endsAt: endsAt ?? NO_END,
        generatorURL: `http://prometheus.fernway.test/graph?g0.expr=${alertname}`,
      },
    ],
  };
}
