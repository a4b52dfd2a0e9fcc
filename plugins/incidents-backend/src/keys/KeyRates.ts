import {
  takeMessage,
  type RateAllowance,
  type RateBound,
} from '@linchpin/backstage-plugin-incidents-common';

/**
 * Counts what each key sends in this process: with several replicas a key may send
 * the bound to each. A count that they shared would be one more write for each
 * message, which costs more than what the bound protects.
 */
export class KeyRates {
  readonly #bound: RateBound;
  /** One for each key that has been accepted, so there are no more than keys. */
  readonly #allowances = new Map<string, RateAllowance>();

  constructor(bound: RateBound) {
    this.#bound = bound;
  }

  /** @returns how long to wait, in milliseconds; 0 where the message may come */
  take(keyId: string, now: string): number {
    const { left, waitMs } = takeMessage(
      this.#allowances.get(keyId),
      this.#bound,
      Date.parse(now),
    );
    this.#allowances.set(keyId, left);
    return waitMs;
  }
}
