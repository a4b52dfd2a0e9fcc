import type { Scenario } from '../Scenario';
import { catalog } from './catalog';
import { clocks } from './clocks';
import { intake } from './intake';
import { latency } from './latency';
import { processing } from './processing';
import { card, inbox, list, tab } from './reading';
import { size } from './size';

/** Everything that is measured, in the order in which it is. */
export const scenarios: readonly Scenario[] = [
  card,
  tab,
  inbox,
  list,
  catalog,
  latency,
  clocks,
  processing,
  intake,
  size,
];
