import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { IncidentQuery } from '@linchpin/backstage-plugin-incidents-common';
import type { useEntityHistory } from '../../api/queries';
import { EmptyState } from '../../elements/states';
import { ExportMenu } from '../../transfer/ExportMenu';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import { IncidentList } from './IncidentList';

/** The list of what was, newest first, page by page. */
export const HistoryCard = (props: {
  history: ReturnType<typeof useEntityHistory>;
  /** How to ask for what it lists. */
  query: Partial<IncidentQuery>;
  onShowAll: () => void;
}) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { data, hasNextPage } = props.history;
  const incidents = data?.pages.flatMap(page => page.items) ?? [];
  const total = String(data?.pages[0].total ?? 0);
  return (
    <IncidentList
      incidents={incidents}
      list={props.history}
      action={incidents.length > 0 && <ExportMenu query={props.query} />}
      about={
        hasNextPage
          ? t('shown', { total, shown: String(incidents.length) })
          : t('allShown', { total })
      }
      empty={
        <EmptyState
          title={t('nothingMatches')}
          action={
            <Button variant="secondary" onPress={props.onShowAll}>
              {t('showAll')}
            </Button>
          }
        />
      }
    />
  );
};
