/** What a person reads of an alert, and where it came from. */
export interface SentAlert {
  name: string;
  /** Where it fires; with the name it is the same alert again. */
  instance: string;
  /** The name of a component, where the catalog is to know it. */
  service?: string;
}

const STARTED = new Date().toISOString();

/** A message as Alertmanager posts it to a webhook. */
export function messageOf(...alerts: SentAlert[]): string {
  return JSON.stringify({
    version: '4',
    groupKey: '{}:{alertname="Bench"}',
    status: 'firing',
    receiver: 'linchpin',
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    externalURL: 'http://alertmanager.test',
    alerts: alerts.map(alert => ({
      ...pushedAlert(alert),
      status: 'firing',
      endsAt: '0001-01-01T00:00:00Z',
      fingerprint: `${alert.name}/${alert.instance}`,
    })),
  });
}

/** The same alert as Prometheus pushes it to Alertmanager. */
export function pushedAlert({ name, instance, service }: SentAlert) {
  return {
    labels: {
      alertname: name,
      instance,
      severity: 'warning',
      job: 'node',
      ...(service && { service }),
    },
    annotations: {
      summary: name,
      description: 'Latency of the last five minutes is above its objective.',
    },
    startsAt: STARTED,
    generatorURL: 'http://prometheus.test/graph?g0.expr=up',
  };
}

export const INTAKE = '/api/incidents/intake/alertmanager';
