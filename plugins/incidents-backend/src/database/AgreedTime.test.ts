import { TestDatabases } from '@backstage/backend-test-utils';
import { AgreedTime } from './AgreedTime';
import { databaseTime } from './dialect';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

const clock = (aheadMs: number) => ({
  now: () => new Date(Date.now() + aheadMs).toISOString(),
});

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it.each([90_000, -90_000])(
    'a replica whose clock is %i ms ahead writes the times of the others',
    async aheadMs => {
      const knex = await databases.init(databaseId);
      const agreed = await AgreedTime.of(knex, clock(aheadMs));

      const difference =
        Date.parse(agreed.now()) - Date.parse(await databaseTime(knex));

      expect(Math.abs(difference)).toBeLessThan(60_000);
    },
  );

  it('follows a clock that is set while the replica runs', async () => {
    const knex = await databases.init(databaseId);
    const own = { aheadMs: 0, now: () => clock(own.aheadMs).now() };
    const agreed = await AgreedTime.of(knex, own);
    own.aheadMs = 3_600_000;

    await agreed.measure();

    const difference =
      Date.parse(agreed.now()) - Date.parse(await databaseTime(knex));
    expect(Math.abs(difference)).toBeLessThan(60_000);
  });

  it('does not take a slow answer for a clock that was set', async () => {
    const knex = await databases.init(databaseId);
    const lags = [0, 0, 0, 120_000];
    const agreed = await AgreedTime.of(knex, {
      now: () => clock(lags.shift() ?? 0).now(),
    });

    await agreed.measure();

    const difference =
      Date.parse(agreed.now()) - Date.parse(await databaseTime(knex));
    expect(Math.abs(difference)).toBeLessThan(30_000);
  });
});
