import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiUserVoiceLine } from '@remixicon/react';
import { useIncidents } from '../../api/queries';
import { EmptyState } from '../../elements/states';
import { FoundPages } from '../../lists/FoundPages';
import { incidentsListsTranslationRef } from '../../translations/lists';
import type { ArchiveFilter } from '../useArchiveFilter';
import classes from './MyReports.module.css';
import { Report } from './Report';

/** What became of what I reported. */
export const MyReports = (props: { filter: ArchiveFilter }) => {
  const { t } = useTranslationRef(incidentsListsTranslationRef);
  const { isFiltered, query } = props.filter;
  return (
    <FoundPages
      found={useIncidents(query)}
      empty={
        <EmptyState
          icon={<RiUserVoiceLine />}
          title={t(isFiltered ? 'empty' : 'reportsEmpty')}
        >
          {t(isFiltered ? 'emptyHint' : 'reportsEmptyHint')}
        </EmptyState>
      }
    >
      {incidents => (
        <ul className={classes.reports} aria-label={t('reports')}>
          {incidents.map(incident => (
            <Report key={incident.id} incident={incident} />
          ))}
        </ul>
      )}
    </FoundPages>
  );
};
