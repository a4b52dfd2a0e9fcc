import type { Incident } from '@linchpin/backstage-plugin-incidents-common';

/** How long customers have been affected up to `now`, in milliseconds. */
export function impactDuration(
  incident: Pick<Incident, 'impactMs' | 'impactRunningSince'>,
  now: number,
): number {
  const { impactMs, impactRunningSince } = incident;
  return impactRunningSince
    ? impactMs + Math.max(0, now - Date.parse(impactRunningSince))
    : impactMs;
}
