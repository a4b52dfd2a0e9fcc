import type { Scenario } from '../Scenario';
import { card } from './card';
import { clocks } from './clocks';
import { intake } from './intake';
import { latency } from './latency';
import { processing } from './processing';

/** Everything that is measured, in the order in which it is. */
export const scenarios: readonly Scenario[] = [
  card,
  latency,
  clocks,
  processing,
  intake,
];
