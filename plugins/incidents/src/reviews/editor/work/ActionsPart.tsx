import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  Action,
  ReviewAnswer,
} from '@linchpin/backstage-plugin-incidents-common';
import { useActions } from '../../../api/actions';
import { FailedPart, RowSkeleton } from '../../../elements/states';
import { useInstantFormat } from '../../../elements/time';
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
        <ul className={classes.rows}>
          {actions.map(action => (
            <ActionLine key={action.id} action={action} />
          ))}
        </ul>
      )}
    </Part>
  );
};

const ActionLine = ({ action }: { action: Action }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const format = useInstantFormat();
  return (
    <li>
      <p className={classes.what}>
        <span className={classes.tag}>{action.number}</span>
        {action.title}
      </p>
      <p className={classes.second}>
        <span>{t(`action_${action.status}`)}</span>
        <span>{action.responsible?.title ?? t('needsOwner')}</span>
        <span className={action.overdue ? classes.late : undefined}>
          {t(action.overdue ? 'wasDue' : 'isDue', {
            day: format.day(action.dueAt),
          })}
        </span>
      </p>
    </li>
  );
};
