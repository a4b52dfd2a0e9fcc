import type { CorrectableStamp, Instant } from './vocabulary';

/** A time in which customers were affected; open while `to` is missing. @public */
export interface ImpactWindow {
  from: Instant;
  to?: Instant;
}

export const IMPACT_WINDOWS_MAX = 100;

/**
 * How long customers were affected up to `now`, in milliseconds: the sum of the
 * impact windows, so that gaps between a resolve and a reopening do not count.
 * @public
 */
export function impactMilliseconds(
  windows: readonly ImpactWindow[],
  now: Instant,
): number {
  return windows.reduce(
    (sum, window) =>
      sum + Math.max(0, Date.parse(window.to ?? now) - Date.parse(window.from)),
    0,
  );
}

/** Whether customers are affected, as far as anybody has said. @public */
export function impactRuns(windows: readonly ImpactWindow[]): boolean {
  const last = windows[windows.length - 1];
  return last !== undefined && last.to === undefined;
}

/** The impact is over, at the latest at this instant. */
export function impactEnded(
  windows: ImpactWindow[],
  at: Instant,
): ImpactWindow[] {
  const last = windows[windows.length - 1];
  return last && (!last.to || last.to > at)
    ? [...windows.slice(0, -1), { ...last, to: at }]
    : windows;
}

/**
 * There is impact again. Past the bound the last two windows become one, which
 * counts the gap between them.
 */
export function impactBeganAgain(
  windows: ImpactWindow[],
  at: Instant,
): ImpactWindow[] {
  if (impactRuns(windows)) {
    return windows;
  }
  return windows.length < IMPACT_WINDOWS_MAX
    ? [...windows, { from: at }]
    : impactWentOn(windows);
}

/** The impact never ended: the last window is open again. */
export function impactWentOn(windows: ImpactWindow[]): ImpactWindow[] {
  const last = windows[windows.length - 1];
  return last ? [...windows.slice(0, -1), { from: last.from }] : windows;
}

/** The windows after a time stamp was corrected that one of them begins or ends with. */
export function impactCorrected(
  windows: ImpactWindow[],
  correction: { stamp: CorrectableStamp; from?: Instant; to: Instant },
): ImpactWindow[] {
  const { stamp, from, to } = correction;
  switch (stamp) {
    case 'impactStartedAt': {
      const [first, ...rest] = windows;
      return first ? [{ ...first, from: to }, ...rest] : windows;
    }
    case 'mitigatedAt': {
      const ended = windows.findIndex(window => window.to === from);
      return windows.map((window, index) =>
        index === ended ? { ...window, to } : window,
      );
    }
    case 'resolvedAt': {
      const last = windows[windows.length - 1];
      return last && last.to === from
        ? [...windows.slice(0, -1), { ...last, to }]
        : impactEnded(windows, to);
    }
    default:
      return windows;
  }
}

/** The first window that ends before it begins or after the next one has begun. */
export function impactOutOfOrder(
  windows: readonly ImpactWindow[],
): ImpactWindow | undefined {
  return windows.find((window, index) => {
    const next = windows[index + 1];
    return (
      window.to !== undefined &&
      (window.to < window.from || (next && window.to > next.from))
    );
  });
}
