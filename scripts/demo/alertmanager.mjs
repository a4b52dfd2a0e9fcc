const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const SEPARATOR = 0xff;

/** The time that Alertmanager sends as the end of an alert that has none yet. */
const NO_END = '0001-01-01T00:00:00Z';

/**
 * The identity that Alertmanager gives to an alert: FNV-1a with 64 bits over its labels in the order
 * of their names, each name and each value followed by the byte 0xFF. In 16 hexadecimal digits.
 */
export function fingerprintOf(labels) {
  const bytes = Object.entries(labels)
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .flat()
    .flatMap(text => [...Buffer.from(text), SEPARATOR]);
  const hash = bytes.reduce(
    (sum, byte) => BigInt.asUintN(64, (sum ^ BigInt(byte)) * FNV_PRIME),
    FNV_OFFSET,
  );
  return hash.toString(16).padStart(16, '0');
}

/**
 * The message that Alertmanager posts to a webhook (version "4") for a group of one alert.
 *
 * @param {{
 *   labels: Record<string, string>,
 *   annotations: Record<string, string>,
 *   startsAt: string,
 *   endsAt?: string,
 * }} alert it fires until it has an end; the times are ISO 8601
 */
export function webhookMessage({ labels, annotations, startsAt, endsAt }) {
  const status = endsAt ? 'resolved' : 'firing';
  return {
    version: '4',
    groupKey: `{}:{alertname="${labels.alertname}", service="${labels.service}"}`,
    truncatedAlerts: 0,
    status,
    receiver: 'linchpin',
    groupLabels: { alertname: labels.alertname, service: labels.service },
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
        generatorURL: `http://prometheus.fernway.test/graph?g0.expr=${labels.alertname}`,
        fingerprint: fingerprintOf(labels),
      },
    ],
  };
}
