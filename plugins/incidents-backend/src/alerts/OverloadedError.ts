import { CustomErrorBase } from '@backstage/errors';

const RETRY_AFTER_SECONDS = 30;

/** There is more to process than there should be; the sender is to come again. */
export class OverloadedError extends CustomErrorBase {
  name = 'OverloadedError' as const;
  readonly retryAfterSeconds = RETRY_AFTER_SECONDS;

  /** @param statusCode - of the HTTP answer, as the source's senders understand it */
  constructor(readonly statusCode: 503 | 429) {
    super(
      `Alerts are being processed too slowly at the moment; send it again in ${RETRY_AFTER_SECONDS} seconds`,
    );
  }
}
