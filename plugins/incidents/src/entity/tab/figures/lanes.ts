import {
  PRIORITIES,
  type Priority,
} from '@linchpin/backstage-plugin-incidents-common';
import { dodge } from '../../../charts/dodge';
import type { HistoryDot } from './marks';

const DOT = 10;
const ARROW = 24;
const ROOM = 4;
const LEAST_HEIGHT = 26;

/** The dots of one priority, and where each of them lies, in pixels. */
export interface Lane {
  priority: Priority;
  top: number;
  height: number;
  /** The shortest first. */
  dots: { dot: HistoryDot; x: number; y: number }[];
}

/**
 * A lane for each priority that has any, the most critical above, as high as its
 * dots need to lie beside one another.
 *
 * @param x - where a duration lies
 */
export function lanesOf(
  dots: readonly HistoryDot[],
  x: (ms: number) => number,
): { lanes: Lane[]; height: number } {
  let top = 0;
  const lanes = PRIORITIES.flatMap((priority): Lane[] => {
    const own = dots
      .filter(dot => dot.priority === priority)
      .sort((a, b) => a.ms - b.ms);
    if (own.length === 0) {
      return [];
    }
    const rows = dodge(
      own.map(({ ms, kind }) => ({
        from: x(ms),
        to: x(ms) + (kind === 'ended' ? DOT : ARROW),
      })),
      ROOM,
    );
    const reach = Math.max(...rows.map(Math.abs));
    const height = Math.max(LEAST_HEIGHT, (2 * reach + 1) * DOT + 8);
    const lane = {
      priority,
      top,
      height,
      dots: own.map((dot, index) => ({
        dot,
        x: x(dot.ms),
        y: top + height / 2 + rows[index] * DOT,
      })),
    };
    top += height;
    return [lane];
  });
  return { lanes, height: top };
}
