import type { CatalogDirectory } from '../catalog';
import { teamDirectory } from './teamDirectory';

const payments = { ref: 'group:default/payments', title: 'Payments' };

function directoryThatKnows(known: boolean) {
  const asked: string[][] = [];
  let knows = known;
  const teams = teamDirectory({
    teams: {
      async teamsOf() {
        return { own: knows ? [payments] : [], below: [] };
      },
    },
    readThrough: {
      async freshen(refs: readonly string[]) {
        asked.push([...refs]);
        knows = true;
        return 'fresh';
      },
    },
  } as unknown as CatalogDirectory);
  return { teams, asked };
}

it('asks nobody where the directory knows the team', async () => {
  const { teams, asked } = directoryThatKnows(true);

  expect(await teams.teamsOf([payments.ref])).toEqual({
    own: [payments],
    below: [],
  });
  expect(asked).toEqual([]);
});

it('asks the catalog in a portal that was just set up', async () => {
  const { teams, asked } = directoryThatKnows(false);

  const { own } = await teams.teamsOf(['user:default/nadia', payments.ref]);

  expect(own).toEqual([payments]);
  expect(asked).toEqual([[payments.ref]]);
});

it('asks nobody about somebody without a team', async () => {
  const { teams, asked } = directoryThatKnows(false);

  expect(await teams.teamsOf(['user:default/nadia'])).toEqual({
    own: [],
    below: [],
  });
  expect(asked).toEqual([]);
});
