import { setTimeout as pause } from 'node:timers/promises';
import { webhookMessage } from '../../scripts/demo/alertmanager.mjs';
import type { Caller } from '../backends/Caller';

/** One alert of a run: the service it is about and its number. */
export interface SentAlert {
  service: string;
  number: number;
}

/** How long an answer may take before the message is sent again, elsewhere. */
const PATIENCE_MS = 60_000;

/** The first wait before a message is sent again, which doubles up to the longest. */
const AGAIN_AFTER_MS = { first: 250, longest: 4_000 };

/**
 * Sends alerts at a steady rate, one in a message, to one backend after the other,
 * and each of them again until a backend has answered for it: what Alertmanager
 * does.
 */
export class Sender {
  /** Which alerts were answered with 2xx. */
  readonly accepted: SentAlert[] = [];
  /** How many requests had another answer, or none. */
  repeated = 0;
  /** The other answers, and how often each came; `none` where there was none. */
  readonly refusals = new Map<string, number>();
  readonly #run: string;
  readonly #receivers: readonly Caller[];
  #turn = 0;

  /** @param run - a label of every alert, so that runs on one database can be told apart */
  constructor(run: string, receivers: readonly Caller[]) {
    this.#run = run;
    this.#receivers = receivers;
  }

  /** Resolves when all are accepted. */
  async send(
    alerts: readonly SentAlert[],
    { perSecond, signal }: { perSecond: number; signal: AbortSignal },
  ): Promise<void> {
    const began = Date.now();
    const underWay: Promise<void>[] = [];
    for (const [index, alert] of alerts.entries()) {
      const due = began + (index * 1_000) / perSecond;
      await pause(Math.max(0, due - Date.now()));
      signal.throwIfAborted();
      underWay.push(this.#untilAccepted(alert, signal));
    }
    await Promise.all(underWay);
  }

  async #untilAccepted(alert: SentAlert, signal: AbortSignal): Promise<void> {
    const message = webhookMessage({
      labels: {
        alertname: 'FaultDrill',
        severity: 'critical',
        run: this.#run,
        service: alert.service,
        instance: String(alert.number),
      },
      annotations: { summary: `${alert.service} is down` },
      startsAt: new Date().toISOString(),
      endsAt: undefined,
    });
    for (
      let wait = AGAIN_AFTER_MS.first;
      !(await this.#isAccepted(message));
      wait = Math.min(2 * wait, AGAIN_AFTER_MS.longest)
    ) {
      await pause(wait, undefined, { signal });
    }
    this.accepted.push(alert);
  }

  async #isAccepted(message: unknown): Promise<boolean> {
    const receiver = this.#receivers[this.#turn % this.#receivers.length];
    this.#turn += 1;
    const answer = await receiver
      .post('/incidents/intake/alertmanager', message, {
        within: PATIENCE_MS,
      })
      .then(
        response => response.text().then(() => response.status),
        () => 'none' as const,
      );
    if (typeof answer === 'number' && answer >= 200 && answer < 300) {
      return true;
    }
    this.repeated += 1;
    const refusal = String(answer);
    this.refusals.set(refusal, (this.refusals.get(refusal) ?? 0) + 1);
    return false;
  }
}
