import { createExtensionTester } from '@backstage/frontend-test-utils';
import { SearchFilterResultTypeBlueprint } from '@backstage/plugin-search-react/alpha';
import { INDEXED_TYPES } from '@linchpin/backstage-plugin-incidents-common';
import { onlyIncidents, onlyReviews } from './extensions';

it('lets the search page narrow to each type that is indexed', () => {
  const { resultType } = SearchFilterResultTypeBlueprint.dataRefs;

  expect([
    createExtensionTester(onlyIncidents).get(resultType).value,
    createExtensionTester(onlyReviews).get(resultType).value,
  ]).toEqual(Object.values(INDEXED_TYPES));
});
