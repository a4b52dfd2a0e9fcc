import { durationOf } from '../incidents/durationOf';
import type { OwnersWeek } from './DigestReader';

/** What the notice of a week says. */
export function digestWords(
  owner: string,
  { live, resolved, impactMs, late, overdueActions, noisiest }: OwnersWeek,
): { title: string; description: string } {
  const told = [
    impactMs >= MINUTE
      ? `Customers were affected for ${durationOf(impactMs)}.`
      : 'Customers were not affected.',
    late.n > 0 && `${late.n} of ${late.of} updates came late or not at all.`,
    overdueActions > 0 &&
      (overdueActions === 1
        ? '1 action item is overdue.'
        : `${overdueActions} action items are overdue.`),
    noisiest &&
      `The noisiest alert was “${noisiest.alert}”: ${timesOf(noisiest.fired)}.`,
    `You are told because you are in ${owner}.`,
  ];
  return {
    title: `Last week at ${owner}: ${resolved} resolved, ${live} live`,
    description: told.filter(Boolean).join(' '),
  };
}

const MINUTE = 60_000;

function timesOf(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
