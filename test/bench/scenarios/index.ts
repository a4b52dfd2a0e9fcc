import type { ScenarioGroup } from '../Scenario';
import { catalog } from './catalog';
import { clocks } from './clocks';
import { importing } from './importing';
import { intake } from './intake';
import { latency } from './latency';
import { page } from './page';
import { processing } from './processing';
import { actions, card, inbox, list, tab } from './reading';
import { size } from './size';
import { start } from './start';

/** Everything that is measured, in the order in which it is. */
export const groups: readonly ScenarioGroup[] = [
  [card, tab, inbox, list, actions],
  [latency, clocks],
  // Each leaves more behind than is delivered by the time that the next would begin.
  [processing],
  [intake],
  [importing],
  [size, page, start],
  [catalog],
];
