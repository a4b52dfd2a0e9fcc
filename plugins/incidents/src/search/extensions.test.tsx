import { createExtensionTester } from '@backstage/frontend-test-utils';
import { SearchFilterResultTypeBlueprint } from '@backstage/plugin-search-react/alpha';
import { INDEXED_TYPES } from '@linchpin/backstage-plugin-incidents-common';
import { searchExtensions } from './extensions';

it('lets the search page narrow to each type that is indexed', () => {
  const types = searchExtensions.flatMap(extension => {
    const type = createExtensionTester(extension).get(
      SearchFilterResultTypeBlueprint.dataRefs.resultType.optional(),
    );
    return type ? [type.value] : [];
  });

  expect(types).toEqual(Object.values(INDEXED_TYPES));
});
