import { expect, type APIRequestContext } from '@playwright/test';
import { webhookMessage } from '../../scripts/demo/alertmanager.mjs';

/** What an alert source sends: the token of `app-config.yaml` for such. */
export const ALERT_HEADERS = {
  Authorization: 'Bearer sample-token-for-alert-sources',
};

interface FiringAlert {
  service: string;
  name: string;
  severity: 'critical' | 'warning' | 'none';
  summary: string;
}

interface Delivery {
  status: 'pending' | 'processed' | 'failed';
  alerts: { incidentNumber: string | null }[];
}

/**
 * Posts one firing alert as Alertmanager does, and waits until the portal has worked it off.
 *
 * @returns the number of the incident that it reached, if any
 */
export async function fire(
  request: APIRequestContext,
  { service, name, severity, summary }: FiringAlert,
): Promise<string | null> {
  const headers = ALERT_HEADERS;
  const answer = await request.post('/api/incidents/intake/alertmanager', {
    headers,
    data: webhookMessage({
      labels: {
        alertname: name,
        service,
        severity,
        environment: 'production',
      },
      annotations: { summary },
      startsAt: new Date().toISOString(),
    }),
  });
  expect(answer.status(), await answer.text()).toBe(202);
  const { deliveryId } = await answer.json();

  let delivery: Delivery | undefined;
  await expect
    .poll(
      async () => {
        const response = await request.get(
          `/api/incidents/intake/deliveries/${deliveryId}`,
          { headers },
        );
        delivery = await response.json();
        return delivery?.status;
      },
      { message: 'what became of the alert', timeout: 60_000 },
    )
    .toBe('processed');
  return delivery?.alerts[0].incidentNumber ?? null;
}
