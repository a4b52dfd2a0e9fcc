import type { Setup } from '@linchpin/backstage-plugin-incidents-common';

/** How many of the checks at the top of the page ask for somebody. */
export function thingsToMend(setup: Setup): number {
  const { checks, notSent } = setup;
  return [
    checks.alerts.lastReceivedAt === null,
    !checks.delivery.notifications,
    checks.lastResortGroup === null,
    notSent.length > 0,
  ].filter(Boolean).length;
}
