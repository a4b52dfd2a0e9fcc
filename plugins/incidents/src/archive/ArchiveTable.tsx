import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiSearchLine } from '@remixicon/react';
import { useIncidents } from '../api/queries';
import { EmptyState } from '../elements/states';
import { FoundPages } from '../lists/FoundPages';
import { FoundTable } from '../lists/FoundTable';
import { useIncidentsPaths } from '../navigation/navigation';
import { incidentsListsTranslationRef } from '../translations/lists';
import { useArchiveColumns } from './useArchiveColumns';
import type { ArchiveFilter } from './useArchiveFilter';

/** The incidents that match, newest first. */
export const ArchiveTable = (props: { filter: ArchiveFilter }) => {
  const { t } = useTranslationRef(incidentsListsTranslationRef);
  const paths = useIncidentsPaths();
  const columns = useArchiveColumns();
  const { filter } = props;
  const found = useIncidents(filter.query);
  return (
    <FoundPages
      found={found}
      empty={
        <EmptyState
          icon={<RiSearchLine />}
          title={t('empty')}
          action={
            filter.isFiltered && (
              <Button variant="secondary" onPress={filter.clear}>
                {t('clear')}
              </Button>
            )
          }
        >
          {t('emptyHint')}
        </EmptyState>
      }
    >
      {incidents => (
        <FoundTable
          columns={columns}
          rows={incidents}
          isStale={found.isPlaceholderData}
          hrefOf={({ number }) => paths.incident(number)}
        />
      )}
    </FoundPages>
  );
};
