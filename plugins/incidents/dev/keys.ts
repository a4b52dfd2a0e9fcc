import type { IntegrationKeys } from '@linchpin/backstage-plugin-incidents-common';
import { ago } from './incident';
import { mei, nadia, payments, paymentsApi, tomas } from './people';

const BASE = 'https://portal.fernway.test/api/incidents';
const alertmanager = { id: 'alertmanager', title: 'Alertmanager' };
const HOUR = 60;
const DAY = 24 * HOUR;

/** Two keys in use and one that was revoked. */
export function someKeys(now: number): IntegrationKeys {
  return {
    items: [
      {
        id: 'key-3',
        name: 'Load test',
        source: alertmanager,
        for: paymentsApi,
        createdAt: ago(now, 2 * HOUR),
        createdBy: mei,
        lastUsedAt: null,
        revoked: null,
      },
      {
        id: 'key-2',
        name: 'Production cluster',
        source: alertmanager,
        for: payments,
        createdAt: ago(now, 40 * DAY),
        createdBy: nadia,
        lastUsedAt: ago(now, 2),
        revoked: null,
      },
      {
        id: 'key-1',
        name: 'Old cluster',
        source: alertmanager,
        for: payments,
        createdAt: ago(now, 300 * DAY),
        createdBy: tomas,
        lastUsedAt: ago(now, 41 * DAY),
        revoked: { at: ago(now, 39 * DAY), by: nadia },
      },
    ],
    nextCursor: null,
    sources: [
      { ...alertmanager, url: `${BASE}/intake/alertmanager` },
      { id: 'changes', title: 'Changes', url: `${BASE}/changes` },
    ],
    groups: [payments],
    mayManageAll: false,
  };
}
