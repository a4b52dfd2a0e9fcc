import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import { ActionRows } from '../../../actions/rows/ActionRows';
import { useActions } from '../../../api/actions';
import { FailedPart, RowSkeleton } from '../../../elements/states';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { Part } from './Part';
import classes from './Part.module.css';

/** What is to be done about it, by whom and until when. */
export const ActionsPart = (props: {
  review: ReviewAnswer;
  onAct: () => void;
}) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { incident, viewer } = props.review;
  const { data, error, refetch } = useActions({ incident: incident.number });
  const actions = data?.pages.flatMap(({ items }) => items);
  return (
    <Part
      id="actions"
      title={t('actionItems')}
      action={
        viewer.commands.includes('comment') && (
          <Button size="small" variant="secondary" onPress={props.onAct}>
            {t('act')}
          </Button>
        )
      }
    >
      {!actions && error && <FailedPart error={error} onRetry={refetch} />}
      {!actions && !error && <RowSkeleton rows={2} />}
      {actions?.length === 0 && (
        <p className={classes.nothing}>{t('noActions')}</p>
      )}
      {actions && actions.length > 0 && (
        <ActionRows label={t('actionItems')} actions={actions} />
      )}
    </Part>
  );
};
