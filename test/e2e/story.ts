import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, request, type FullConfig } from '@playwright/test';
import { fire } from './alerts';

const SOON_MS = 1_000;

/** What is going on when the portal opens for the first time. */
export const STORY = {
  /** Payments works on it; its next update is due. */
  cardPayments: 'Card payments time out for 1 in 5 bookings',
  /** It waits for Payments, the team of the guest. */
  refunds: 'Refund queue grows faster than it drains',
  /** People reported it; it waits for Booking. */
  signedOut: 'Travellers are signed out when they choose a seat',
  /** It names nothing of the catalog. */
  probe: 'Probe of pay-gw fails from two of three places',
};

/**
 * The story is told before anything that arrives is worked off, so it is told when a watchdog was.
 * Then the portal is made what it is to its second visitor: the signals plugin loses the first
 * socket that anybody opens.
 */
export default async function untilTheStoryIsTold({ projects }: FullConfig) {
  const { baseURL = '' } = projects[0].use;
  const portal = await request.newContext({ baseURL });
  await fire(portal, {
    service: 'monitoring',
    name: 'Watchdog',
    severity: 'none',
    summary: 'Always fires, so that its silence is noticed',
  });
  await portal.dispose();
  await expect
    .poll(() => opens(`${baseURL.replace('http', 'ws')}/api/signals`))
    .toBe(true);
}

/** Whether a socket opens soon; one that is lost waits for an answer for minutes. */
async function opens(address: string): Promise<boolean> {
  const socket = new WebSocket(address);
  const isOpen = await Promise.race([
    once(socket, 'open').then(() => true),
    pause(SOON_MS, false),
  ]);
  socket.close();
  return isOpen;
}
