import type { Setup } from '@linchpin/backstage-plugin-incidents-common';
import { ago } from './incident';
import { edgeRouter, finance, payments, paymentsApi, tomas } from './people';

const loyalty = { ref: 'component:default/loyalty-api', title: 'loyalty-api' };
const archive = {
  ref: 'component:default/invoice-archive',
  title: 'invoice-archive',
};
const seatMap = { ref: 'component:default/seat-map', title: 'seat-map' };

/** An installation with a few things to mend. */
export function aSetup(now: number): Setup {
  return {
    checks: {
      alerts: {
        lastReceivedAt: ago(now, 0.7),
        waiting: 0,
        oldestWaitingMs: 0,
      },
      delivery: { notifications: true, signals: true, lastError: null },
      lastResortGroup: null,
      catalog: { refreshedAt: ago(now, 2), error: null },
      database: { client: 'better-sqlite3', durable: true },
      watchdog: { lookedAt: ago(now, 0.5), findings: 0, since: null },
    },
    sources: [
      {
        id: 'alertmanager',
        title: 'Alertmanager',
        lastReceivedAt: ago(now, 0.7),
        today: 412,
        keptAside: 1,
      },
      {
        id: 'report',
        title: 'Reports by people',
        lastReceivedAt: ago(now, 12),
        today: 5,
        keptAside: 0,
      },
    ],
    keptAside: [
      {
        id: 'kept-1',
        source: 'Alertmanager',
        receivedAt: ago(now, 84),
        reason: 'alerts.3.startsAt: must be a time',
        excerpt:
          '{"status":"firing","labels":{"alertname":"DiskFull","instance":"db-02"},"startsAt":"yesterday"}',
      },
    ],
    unmatched: [
      {
        labels: { service: 'pay-gw', job: 'blackbox' },
        alerts: 14,
        lastAt: ago(now, 44),
        reason: 'none',
        candidates: [
          {
            entityRef: paymentsApi.ref,
            title: paymentsApi.title,
            kind: 'Component',
            ownerTitle: payments.title,
          },
          {
            entityRef: edgeRouter.ref,
            title: edgeRouter.title,
            kind: 'Resource',
            ownerTitle: null,
          },
        ],
      },
      {
        labels: { app: 'seatmap' },
        alerts: 2,
        lastAt: ago(now, 300),
        reason: 'none',
        candidates: [
          {
            entityRef: seatMap.ref,
            title: seatMap.title,
            kind: 'Component',
            ownerTitle: 'Booking',
          },
        ],
      },
    ],
    withoutOwner: {
      total: 3,
      items: [
        { entity: edgeRouter, why: 'no-owner', ownerRef: null, goesTo: null },
        {
          entity: loyalty,
          why: 'owner-not-in-catalog',
          ownerRef: 'group:default/loyalty',
          goesTo: null,
        },
        {
          entity: archive,
          why: 'owner-empty',
          ownerRef: 'group:default/archive',
          goesTo: finance,
        },
      ],
    },
    notSent: [
      {
        id: 'out-1',
        kind: 'news',
        incident: { id: 'id-INC-41', number: 'INC-41' },
        recipient: tomas,
        channel: 'notifications',
        error: 'mailbox refused it',
        attempts: 5,
        gaveUpAt: ago(now, 9),
      },
      {
        id: 'out-2',
        kind: 'page',
        incident: { id: 'id-INC-40', number: 'INC-40' },
        recipient: { ref: 'group:default/archive', title: 'Archive' },
        channel: 'notifications',
        error: 'no members',
        attempts: 5,
        gaveUpAt: ago(now, 66),
      },
    ],
    findings: [],
    intakeUrl: 'https://portal.fernway.test/api/incidents/intake',
    mayManage: true,
  };
}
