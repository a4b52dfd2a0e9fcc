import { createExtensionTester } from '@backstage/frontend-test-utils';
import { SearchFilterResultTypeBlueprint } from '@backstage/plugin-search-react/alpha';
import { INDEXED_TYPES } from '@linchpin/backstage-plugin-incidents-common';
import { resultTypes } from './extensions';

it('lets the search page narrow to each type that is indexed', () => {
  const { resultType } = SearchFilterResultTypeBlueprint.dataRefs;
  const values = resultTypes.map(
    type => createExtensionTester(type).get(resultType).value,
  );

  expect(values).toEqual(Object.values(INDEXED_TYPES));
});
