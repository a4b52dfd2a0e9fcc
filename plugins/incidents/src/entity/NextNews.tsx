import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import { useDue, type DueKind } from '../elements/Countdown';
import { useNow } from '../elements/now';
import { useDurationFormat, useInstantFormat } from '../elements/time';
import { incidentsCardTranslationRef } from '../translations/card';
import classes from './NextNews.module.css';

/** When somebody will hear of it next: a time and how long until then, or by how much it is late. */
export const NextNews = (props: { incident: Incident }) => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  const { onHold, nextUpdateAt, acknowledgeDueAt } = props.incident;
  if (onHold) {
    return <OnHold resumeBy={onHold.resumeBy} />;
  }
  if (nextUpdateAt) {
    return <Due kind="update" dueAt={nextUpdateAt} message="nextUpdate" />;
  }
  if (acknowledgeDueAt) {
    return (
      <Due kind="acknowledge" dueAt={acknowledgeDueAt} message="takenBy" />
    );
  }
  return <>{t('noNextUpdate')}</>;
};

const OnHold = (props: { resumeBy: string }) => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  const instant = useInstantFormat();
  const now = useNow();
  return <>{t('onHold', { time: instant.short(props.resumeBy, now) })}</>;
};

const Due = (props: {
  kind: DueKind;
  dueAt: string;
  message: 'nextUpdate' | 'takenBy';
}) => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  const instant = useInstantFormat();
  const { duration } = useDurationFormat();
  const now = useNow();
  const { state, text, left } = useDue(props.kind, props.dueAt);
  return (
    <>
      {t(props.message, {
        time: (
          <strong className={classes.time} title={instant.utc(props.dueAt)}>
            {instant.short(props.dueAt, now)}
          </strong>
        ),
        left: (
          <span className={classes.left} data-state={state}>
            {state === 'overdue'
              ? text
              : t('inTime', { duration: duration(left) })}
          </span>
        ),
      })}
    </>
  );
};
