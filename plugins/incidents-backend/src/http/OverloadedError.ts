import { CustomErrorBase } from '@backstage/errors';
import type express from 'express';

/** It is too much at the moment; the sender is to come again. */
export class OverloadedError extends CustomErrorBase {
  name = 'OverloadedError' as const;
  readonly statusCode: 503 | 429;
  readonly retryAfterSeconds: number;

  constructor(options: {
    /** Of the HTTP answer, as the source's senders understand it. */
    statusCode: 503 | 429;
    /** What is too much. */
    reason: string;
    retryAfterSeconds: number;
  }) {
    const { statusCode, reason, retryAfterSeconds } = options;
    super(`${reason}; send it again in ${retryAfterSeconds} seconds`);
    this.statusCode = statusCode;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Says in the answer when to come again, where it is too much now. */
export async function sayingWhenAgain<T>(
  res: express.Response,
  admission: Promise<T>,
): Promise<T> {
  try {
    return await admission;
  } catch (error) {
    if (error instanceof OverloadedError) {
      res.setHeader('Retry-After', error.retryAfterSeconds);
    }
    throw error;
  }
}
