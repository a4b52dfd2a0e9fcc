import type { Insights } from '@linchpin/backstage-plugin-incidents-common';
import { statisticsOf } from '@linchpin/backstage-plugin-incidents-common/history';
import {
  booking,
  edgeRouter,
  payments,
  paymentsApi,
  receiptMailer,
  refundWorker,
} from './people';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The insights of a quarter, as they come from the backend. */
export function someInsights(now: number): Insights {
  const took = (...minutes: number[]) =>
    statisticsOf(
      minutes.map(each => ({
        kind: 'ended',
        milliseconds: each * MINUTE_MS,
      })),
    );
  const phases = (...hours: [number, number, number, number]) => {
    const [waiting, investigating, fixing, monitoring] = hours.map(
      each => each * HOUR_MS,
    );
    return { waiting, investigating, fixing, monitoring };
  };
  const nothing = {
    live: 0,
    resolved: 0,
    recovered: 0,
    dismissed: 0,
    merged: 0,
    recorded: 0,
  };
  return {
    period: {
      from: new Date(now - 90 * 24 * HOUR_MS).toISOString(),
      to: new Date(now).toISOString(),
    },
    shortened: false,
    zone: 'Europe/Berlin',
    counted: 38,
    leftOut: { drill: 2, recovered: 5 },
    phases: phases(9, 20, 26, 11),
    teams: [
      {
        owner: payments,
        incidents: 21,
        heldMs: 40 * HOUR_MS,
        times: 26,
        handedOn: 5,
        phases: phases(5, 12, 17, 6),
        acknowledge: took(3, 6, 9, 40),
        resolve: took(20, 45, 61, 180),
        declaredToResolved: took(20, 45, 61, 180),
        promises: {
          updates: { n: 14, of: 17 },
          acknowledged: { n: 20, of: 21 },
        },
      },
      {
        owner: booking,
        incidents: 15,
        heldMs: 22 * HOUR_MS,
        times: 15,
        handedOn: 1,
        phases: phases(4, 8, 9, 5),
        acknowledge: took(5, 12),
        resolve: took(33, 90),
        declaredToResolved: took(33, 90),
        promises: { updates: { n: 5, of: 5 }, acknowledged: { n: 11, of: 15 } },
      },
      {
        owner: null,
        incidents: 2,
        heldMs: 4 * HOUR_MS,
        times: 2,
        handedOn: 2,
        phases: phases(0, 0, 0, 0),
        acknowledge: took(),
        resolve: took(),
        declaredToResolved: took(),
        promises: { updates: { n: 0, of: 0 }, acknowledged: { n: 0, of: 2 } },
      },
    ],
    noisiest: [
      {
        alert: 'Card authorisations take longer than 3 s',
        source: 'alertmanager',
        entity: paymentsApi,
        fired: 31,
        became: { ...nothing, resolved: 9, recovered: 14, dismissed: 8 },
      },
      {
        alert: 'Refunds wait',
        source: 'alertmanager',
        entity: refundWorker,
        fired: 12,
        became: { ...nothing, resolved: 7, recorded: 5 },
      },
    ],
    promises: { updates: { n: 19, of: 22 }, acknowledged: { n: 31, of: 38 } },
    services: [
      {
        entity: paymentsApi,
        incidents: 16,
        impactMs: 19 * HOUR_MS,
        resolve: took(20, 45, 61, 180),
      },
      {
        entity: refundWorker,
        incidents: 5,
        impactMs: 6 * HOUR_MS,
        resolve: took(33, 90),
      },
    ],
    named: { teams: { n: 3, of: 3 }, services: { n: 2, of: 2 } },
    readiness: {
      noOwner: [edgeRouter],
      ownerWithoutMembers: [],
      noRunbook: [receiptMailer, refundWorker],
      counts: {
        noOwner: { n: 1, of: 48 },
        ownerWithoutMembers: { n: 0, of: 48 },
        noRunbook: { n: 12, of: 48 },
      },
    },
  };
}
