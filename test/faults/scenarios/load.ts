import type { BackendProcess } from '../../backends/BackendProcess';
import type { Ledger } from '../Ledger';
import type { Outcome } from '../Scenario';
import type { Sender } from '../Sender';
import { peopleOf, type Site } from '../Site';

/** Alerts that come in while something goes wrong. */
export interface Load {
  alerts: number;
  /** How many services they are about, one after the other. */
  services: number;
  perSecond: number;
}

/** Does harm while alerts come in, waits until all is dealt with, and counts. */
export async function underLoad(
  site: Site,
  replicas: readonly BackendProcess[],
  { alerts, services, perSecond }: Load,
  harm?: (ledger: Ledger) => Promise<Omit<Outcome, 'counts' | 'notes'> | void>,
): Promise<Outcome> {
  const { sender, ledger } = site.run(replicas);
  try {
    const [, outcome] = await Promise.all([
      sender.send(site.alerts(alerts, services), {
        perSecond,
        signal: site.signal,
      }),
      harm?.(ledger),
    ]);
    const began = Date.now();
    await site.settled(ledger);
    return {
      ...outcome,
      counts: await ledger.counts(sender.accepted, peopleOf),
      notes: [
        `${alerts} alerts at ${perSecond}/s about ${services} services`,
        repeatsOf(sender),
        `all dealt with ${Date.now() - began} ms after the last was accepted`,
      ],
    };
  } finally {
    await ledger.close();
  }
}

function repeatsOf({ repeated, refusals }: Sender): string {
  const answers = [...refusals]
    .map(([answer, times]) => `${answer} ×${times}`)
    .join(', ');
  return repeated === 0
    ? 'no request had to be repeated'
    : `${repeated} requests had to be repeated: ${answers}`;
}
