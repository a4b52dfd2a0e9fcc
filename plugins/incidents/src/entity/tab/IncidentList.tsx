import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card } from '@backstage/ui';
import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import type { ReactNode, Ref } from 'react';
import { MoreRows } from '../../lists/MoreRows';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import { HistoryTable } from './HistoryTable';
import classes from './IncidentList.module.css';

/** A page by page list of incidents, with how many they are or which. */
export const IncidentList = (props: {
  incidents: Incident[];
  list: {
    isPlaceholderData: boolean;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
  /** How many, or which: said when it changes. */
  about: string;
  action?: ReactNode;
  empty: ReactNode;
  cardRef?: Ref<HTMLDivElement>;
}) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { incidents, list } = props;
  return (
    <Card
      ref={props.cardRef}
      role="region"
      aria-label={t('incidents')}
      aria-busy={list.isPlaceholderData}
      className={classes.card}
    >
      <header className={classes.head}>
        <h2 className={classes.title}>{t('incidents')}</h2>
        <span className={classes.about} role="status">
          {props.about}
        </span>
        <span className={classes.action}>{props.action}</span>
      </header>
      {incidents.length > 0 ? (
        <HistoryTable incidents={incidents} />
      ) : (
        props.empty
      )}
      <MoreRows
        hasMore={list.hasNextPage}
        isPending={list.isFetchingNextPage}
        onMore={list.fetchNextPage}
      />
    </Card>
  );
};
