import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, Link } from '@backstage/ui';
import type { OpenActions } from '@linchpin/backstage-plugin-incidents-common';
import { useId } from 'react';
import { ActionRows } from '../../../actions/rows/ActionRows';
import { useActions } from '../../../api/actions';
import { FailedPart, RowSkeleton } from '../../../elements/states';
import { useIncidentsPaths } from '../../../navigation/navigation';
import { incidentsActionsTranslationRef } from '../../../translations/actions';
import classes from './OpenActionsCard.module.css';

const SHOWN = 8;

/** What is still to be done about an entity, the most pressing first. */
export const OpenActionsCard = (props: {
  entityRef: string;
  actions: OpenActions;
}) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const paths = useIncidentsPaths();
  const headingId = useId();
  const { data, error, refetch } = useActions({
    scope: props.entityRef,
    open: 'true',
    limit: SHOWN,
  });
  const { open, overdue } = props.actions;
  const title = t('openActions', { count: open });
  return (
    <Card role="region" aria-labelledby={headingId} className={classes.card}>
      <header className={classes.head}>
        <h2 id={headingId} className={classes.title}>
          {title}
        </h2>
        {overdue > 0 && (
          <span className={classes.late}>
            {t('overdueCount', { count: overdue })}
          </span>
        )}
        <Link
          href={`${paths.actions}?scope=${props.entityRef}`}
          standalone
          className={classes.all}
        >
          {t('toBoard')} <span aria-hidden="true">→</span>
        </Link>
      </header>
      {!data && error && <FailedPart error={error} onRetry={refetch} />}
      {!data && !error && <RowSkeleton rows={3} />}
      {data && <ActionRows label={title} actions={data.pages[0].items} />}
    </Card>
  );
};
