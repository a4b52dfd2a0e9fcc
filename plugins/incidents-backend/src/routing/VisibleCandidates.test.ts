import { mockCredentials } from '@backstage/backend-test-utils';
import type { LabelCandidates } from './LabelCandidates';
import { VisibleCandidates } from './VisibleCandidates';

const credentials = mockCredentials.user('user:default/nadia');
const found = ['component:default/pay-gw', 'component:secret/pay-gw'].map(
  entityRef => ({
    entityRef,
    title: 'pay-gw',
    kind: 'Component',
    ownerTitle: null,
  }),
);
const labels = {
  candidates: async () => found,
} as Partial<LabelCandidates> as LabelCandidates;

it('proposes only what the asking person may see in the catalog', async () => {
  const visibleTo = jest.fn(async () => new Set(['component:default/pay-gw']));
  const candidates = new VisibleCandidates(labels, { visibleTo });

  expect(await candidates.candidates({ job: 'pay-gw' }, credentials)).toEqual([
    found[0],
  ]);
  expect(visibleTo).toHaveBeenCalledWith(
    credentials,
    found.map(({ entityRef }) => entityRef),
  );
});

it('proposes nothing while the catalog does not answer', async () => {
  const candidates = new VisibleCandidates(labels, {
    visibleTo: async () => {
      throw new Error('The catalog is away');
    },
  });

  expect(await candidates.candidates({ job: 'pay-gw' }, credentials)).toEqual(
    [],
  );
});
