import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useNow } from '../elements/now';
import { useDurationFormat, useInstantFormat } from '../elements/time';
import { incidentsReviewsTranslationRef } from '../translations/reviews';
import classes from './DraftDue.module.css';

/** Until when the draft is to be handed in; in red with the word *overdue* when it is late. */
export const DraftDue = (props: { at: string }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const format = useInstantFormat();
  const { duration } = useDurationFormat();
  const now = useNow();
  const late = now - Date.parse(props.at);
  return (
    <time
      dateTime={props.at}
      title={format.utc(props.at)}
      className={late > 0 ? classes.late : undefined}
    >
      {late > 0
        ? t('overdueBy', { duration: duration(late) })
        : format.day(props.at)}
    </time>
  );
};
