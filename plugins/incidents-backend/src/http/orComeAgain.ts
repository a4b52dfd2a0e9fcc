import { ServiceUnavailableError } from '@backstage/errors';
import { isUnavailable } from '../database/isUnavailable';

/**
 * Senders repeat what is answered with 503.
 *
 * @throws ServiceUnavailableError where the database takes nothing at the moment
 */
export async function orComeAgain<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (isUnavailable(error)) {
      throw new ServiceUnavailableError(
        'The database takes nothing at the moment; send it again',
        error,
      );
    }
    throw error;
  }
}
