import type { Setup } from '@linchpin/backstage-plugin-incidents-common';

const LATE_MS = 30_000;

/** The watchdog looks every minute. */
const ASLEEP_MS = 5 * 60_000;

/** How each of the checks at the top of the page stands. */
export interface Checks {
  alerts: 'ok' | 'waiting' | 'none';
  delivery: 'ok' | 'slow' | 'failing' | 'nobody';
  lastResort: 'ok' | 'none';
  sent: 'ok' | 'given-up';
  watchdog: 'ok' | 'late' | 'asleep';
}

export function checksOf({ checks, notSent }: Setup, now: number): Checks {
  return {
    alerts: alertsOf(checks.alerts),
    delivery: deliveryOf(checks.delivery),
    lastResort: checks.lastResortGroup ? 'ok' : 'none',
    sent: notSent.length === 0 ? 'ok' : 'given-up',
    watchdog: watchdogOf(checks.watchdog, now),
  };
}

/** How many of the checks ask for somebody; slower screens do not. */
export function thingsToMend(setup: Setup, now: number): number {
  return Object.values(checksOf(setup, now)).filter(
    state => state !== 'ok' && state !== 'slow',
  ).length;
}

function alertsOf(alerts: Setup['checks']['alerts']): Checks['alerts'] {
  if (alerts.waiting > 0 && alerts.oldestWaitingMs > LATE_MS) {
    return 'waiting';
  }
  return alerts.lastReceivedAt === null ? 'none' : 'ok';
}

function deliveryOf(delivery: Setup['checks']['delivery']): Checks['delivery'] {
  if (!delivery.notifications) {
    return 'nobody';
  }
  if (delivery.lastError !== null) {
    return 'failing';
  }
  return delivery.signals ? 'ok' : 'slow';
}

function watchdogOf(
  { findings, lookedAt }: Setup['checks']['watchdog'],
  now: number,
): Checks['watchdog'] {
  if (findings > 0) {
    return 'late';
  }
  return lookedAt !== null && now - Date.parse(lookedAt) > ASLEEP_MS
    ? 'asleep'
    : 'ok';
}
