import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  HistoryFigures,
  HistoryQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import { useEffect, useRef } from 'react';
import { useIncidents } from '../../api/queries';
import { EmptyState, FailedPart, RowSkeleton } from '../../elements/states';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import { IncidentList } from './IncidentList';
import { incidentsBehind } from './incidentsBehind';
import type { Mark } from './useMarked';
import { useMarkWords } from './useMarkWords';

/** The incidents that a mark of a chart stands for, in the place of the whole list. */
export const MarkedCard = (props: {
  entityRef: string;
  mark: Mark;
  figures: HistoryFigures;
  filters: Partial<HistoryQuery>;
  onShowAll: () => void;
}) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { mark, figures } = props;
  const words = useMarkWords();
  const list = useIncidents(
    incidentsBehind(mark, figures, props.entityRef, props.filters),
  );
  const incidents = list.data?.pages.flatMap(page => page.items) ?? [];
  const about = words(mark);
  const card = useInSight(about);
  return (
    <IncidentList
      cardRef={card}
      incidents={incidents}
      list={list}
      about={about}
      action={
        <Button variant="secondary" onPress={props.onShowAll}>
          {t('showOthers')}
        </Button>
      }
      empty={<NothingBehind list={list} />}
    />
  );
};

/** While the list is on its way, where that failed, and where nothing is behind the mark any more. */
const NothingBehind = (props: { list: ReturnType<typeof useIncidents> }) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { data, error, refetch } = props.list;
  if (error) {
    return <FailedPart error={error} onRetry={refetch} />;
  }
  return data ? (
    <EmptyState title={t('nothingMatches')} />
  ) : (
    <RowSkeleton rows={1} />
  );
};

/** Brings the list in sight when something else is marked: the chart may lie far from it. */
function useInSight(mark: string) {
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    card.current?.scrollIntoView?.({ block: 'nearest', behavior: 'smooth' });
  }, [mark]);
  return card;
}
