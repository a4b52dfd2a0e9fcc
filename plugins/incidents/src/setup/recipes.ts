/** The part of `alertmanager.yml` that sends to this portal. */
export function receiverConfig(intakeUrl: string): string {
  return `receivers:
  - name: portal
    webhook_configs:
      - url: "${ofAlertmanager(intakeUrl)}"
        send_resolved: true
        http_config:
          authorization:
            credentials_file: incidents-token
`;
}

/** Sends one alert as Alertmanager would. Source: Alertmanager documentation, webhook version 4. */
export function firstAlert(intakeUrl: string): string {
  const message = {
    version: '4',
    groupKey: '{}:{}',
    status: 'firing',
    receiver: 'portal',
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    externalURL: '',
    alerts: [
      {
        status: 'firing',
        labels: {
          alertname: 'FirstAlert',
          service: 'my-service',
          severity: 'warning',
        },
        annotations: { summary: 'A first alert' },
        startsAt: '2026-01-01T00:00:00Z',
        endsAt: '0001-01-01T00:00:00Z',
        generatorURL: '',
        fingerprint: 'f157a1e27c0ffee0',
      },
    ],
  };
  return `curl -H "Authorization: Bearer $TOKEN" \\
  -H 'Content-Type: application/json' \\
  '${ofAlertmanager(intakeUrl)}' \\
  -d '${JSON.stringify(message)}'
`;
}

/** Each source has an address of its own beneath the intake. */
function ofAlertmanager(intakeUrl: string): string {
  return `${intakeUrl}/alertmanager`;
}
