import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Card } from '@backstage/ui';
import type { useEntityHistory } from '../../api/queries';
import { EmptyState } from '../../elements/states';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import { HistoryTable } from './HistoryTable';
import classes from './HistoryCard.module.css';

/** The list of what was, newest first, page by page. */
export const HistoryCard = (props: {
  history: ReturnType<typeof useEntityHistory>;
  onShowAll: () => void;
}) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } =
    props.history;
  const incidents = data?.pages.flatMap(page => page.items) ?? [];
  const total = String(data?.pages[0].total ?? 0);
  return (
    <Card
      role="region"
      aria-label={t('incidents')}
      aria-busy={props.history.isPlaceholderData}
      className={classes.card}
    >
      <header className={classes.head}>
        <h2 className={classes.title}>{t('incidents')}</h2>
        <span className={classes.shown} role="status">
          {hasNextPage
            ? t('shown', { total, shown: String(incidents.length) })
            : t('allShown', { total })}
        </span>
      </header>
      {incidents.length > 0 ? (
        <HistoryTable incidents={incidents} />
      ) : (
        <EmptyState
          title={t('nothingMatches')}
          action={
            <Button variant="secondary" onPress={props.onShowAll}>
              {t('showAll')}
            </Button>
          }
        />
      )}
      {hasNextPage && (
        <Button
          variant="secondary"
          className={classes.more}
          isPending={isFetchingNextPage}
          onPress={() => fetchNextPage()}
        >
          {t('showMore')}
        </Button>
      )}
    </Card>
  );
};
