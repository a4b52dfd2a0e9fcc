import type { Phases } from '@linchpin/backstage-plugin-incidents-common/history';
import type { BarPart } from './StackedBar';

/** What the time of a response is spent with, in the order in which one usually comes to it. */
export const PHASES: readonly (keyof Phases)[] = [
  'waiting',
  'investigating',
  'fixing',
  'monitoring',
];

export function phaseParts(phases: Phases): BarPart[] {
  return PHASES.map(phase => ({ kind: phase, value: phases[phase] }));
}
