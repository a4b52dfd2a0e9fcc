import type { Scenario } from '../Scenario';
import { card } from './card';

/** Everything that is measured, in the order in which it is. */
export const scenarios: readonly Scenario[] = [card];
