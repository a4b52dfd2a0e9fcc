import { CustomErrorBase } from '@backstage/errors';

/** More bytes than are taken. */
export class TooLargeError extends CustomErrorBase {
  name = 'TooLargeError' as const;
  readonly statusCode = 413;
}
