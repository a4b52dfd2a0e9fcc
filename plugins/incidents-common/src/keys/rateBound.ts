/** How many messages a key may send. @public */
export interface RateBound {
  /** On average, for as long as it likes. */
  perMinute: number;
  /** At once, after having been quiet. */
  burst: number;
}

/** What a key may still send at an instant; a fraction of a message is on its way. @public */
export interface RateAllowance {
  messages: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** What came of taking one message. @public */
export interface RateVerdict {
  left: RateAllowance;
  /** From now until the next message is allowed, in milliseconds; 0 where this one is. */
  waitMs: number;
}

const MINUTE = 60_000;

/**
 * Takes one message of what a key may send: a token bucket, which fills evenly and
 * holds no more than a burst. Where time goes back, nothing is lost or gained.
 *
 * @param allowance - undefined for a key that has not sent yet
 * @param now - in milliseconds since 1970
 * @public
 */
export function takeMessage(
  allowance: RateAllowance | undefined,
  { perMinute, burst }: RateBound,
  now: number,
): RateVerdict {
  const elapsed = allowance ? Math.max(0, now - allowance.at) : 0;
  const messages = allowance
    ? Math.min(burst, allowance.messages + (elapsed * perMinute) / MINUTE)
    : burst;
  return messages >= 1
    ? { left: { messages: messages - 1, at: now }, waitMs: 0 }
    : {
        left: { messages, at: now },
        waitMs: Math.ceil(((1 - messages) * MINUTE) / perMinute),
      };
}
