import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { KeyUsage } from './KeyUsage';

const START = '2026-11-26T10:00:00.000Z';

it('holds nothing up where the last use cannot be written, and writes the next', async () => {
  const keys = {
    used: jest.fn().mockRejectedValueOnce(new Error('disk full')),
  };
  const logger = mockServices.logger.mock();
  const usage = new KeyUsage({ knex: {} as Knex, keys, logger });

  usage.note('key-1', START);
  await usage.flush();
  expect(logger.warn).toHaveBeenCalledWith(
    'The last use of a key could not be written',
    { key: 'key-1', error: 'Error: disk full' },
  );

  usage.note('key-1', START);
  usage.note('key-1', START);
  await usage.flush();
  expect(keys.used).toHaveBeenCalledTimes(2);
});
