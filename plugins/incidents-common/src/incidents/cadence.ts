import type { Facts } from './decision';
import { after } from './policy';
import type { Instant, Priority } from './vocabulary';

/**
 * When the next update is due, counted from now; undefined where the priority
 * has no cadence and news come with a change of status.
 */
export function updateDueAfter(
  facts: Pick<Facts, 'now' | 'policy'>,
  priority: Priority,
  which: 'first' | 'next',
): Instant | undefined {
  const { firstUpdateWithin, updateEvery } = facts.policy;
  const wait =
    which === 'first' ? firstUpdateWithin[priority] : updateEvery[priority];
  return wait === undefined ? undefined : after(facts.now, wait);
}
