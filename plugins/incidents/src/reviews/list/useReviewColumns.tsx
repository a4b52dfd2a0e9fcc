import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, type ColumnConfig } from '@backstage/ui';
import type { ReviewLine } from '@linchpin/backstage-plugin-incidents-common';
import { PriorityMark } from '../../elements/PriorityMark';
import classes from '../../lists/found.module.css';
import { IncidentCell } from '../../lists/IncidentCell';
import { useIsNarrow } from '../../lists/useIsNarrow';
import { incidentsReviewsTranslationRef } from '../../translations/reviews';
import { DraftDue } from '../DraftDue';
import { ReviewMark } from '../ReviewMark';
import { draftDueOf } from '../standing';

/** A review as a row of a table, which wants an id. */
export type ReviewRow = ReviewLine & { id: string };

/** The columns of the list; a phone keeps what it is about and where it stands. */
export function useReviewColumns(): ColumnConfig<ReviewRow>[] {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const isNarrow = useIsNarrow();
  return [
    {
      id: 'priority',
      label: t('priority'),
      width: 88,
      isHidden: isNarrow,
      cell: ({ incident }) => (
        <Cell>
          <PriorityMark priority={incident.priority} />
        </Cell>
      ),
    },
    {
      id: 'incident',
      label: t('incident'),
      isRowHeader: true,
      cell: ({ incident }) => <IncidentCell incident={incident} />,
    },
    {
      id: 'status',
      label: t('status'),
      width: 148,
      cell: ({ status }) => (
        <Cell>
          <ReviewMark status={status} />
        </Cell>
      ),
    },
    {
      id: 'owner',
      label: t('owner'),
      width: 148,
      isHidden: isNarrow,
      cell: ({ owner }) => (
        <Cell className={owner ? undefined : classes.muted}>
          {owner?.title ?? t('nobody')}
        </Cell>
      ),
    },
    {
      id: 'due',
      label: t('due'),
      width: 148,
      isHidden: isNarrow,
      cell: review => {
        const due = draftDueOf(review);
        return (
          <Cell className={classes.number}>
            {due ? (
              <DraftDue at={due} />
            ) : (
              <span className={classes.muted}>–</span>
            )}
          </Cell>
        );
      },
    },
    {
      id: 'actions',
      label: t('actions'),
      width: 168,
      isHidden: isNarrow,
      cell: ({ openActions, overdueActions }) => (
        <Cell className={classes.number}>
          {openActions === 0 ? (
            <span className={classes.muted}>–</span>
          ) : (
            <span>
              {t('openActions', { count: openActions })}
              {overdueActions > 0 && (
                <span className={classes.late}>
                  {' · '}
                  {t('overdueActions', { count: overdueActions })}
                </span>
              )}
            </span>
          )}
        </Cell>
      ),
    },
  ];
}
