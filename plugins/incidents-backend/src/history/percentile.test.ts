import { TestDatabases } from '@backstage/backend-test-utils';
import { percentile } from '@linchpin/backstage-plugin-incidents-common/history';
import fc from 'fast-check';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

describe('the percentile of the domain', () => {
  it('is percentile_cont of PostgreSQL, to the last bit', async () => {
    const knex = await databases.init('POSTGRES_18');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 10_000_000_000 }), {
          minLength: 1,
        }),
        fc.constantFrom(0, 0.5, 0.75, 0.9, 0.95, 1),
        async (values, share) => {
          const { rows } = await knex.raw(
            `select percentile_cont(cast(? as double precision))
               within group (order by v) as answer
               from unnest(cast(? as double precision[])) as v`,
            [share, values],
          );
          const inOrder = [...values].sort((a, b) => a - b);
          expect(percentile(inOrder, share)).toBe(rows[0].answer);
        },
      ),
      { numRuns: 50 },
    );
  });
});
