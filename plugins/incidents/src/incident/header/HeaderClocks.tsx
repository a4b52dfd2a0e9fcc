import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { isLive, type IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { RiMegaphoneLine, RiPulseLine } from '@remixicon/react';
import { useDue } from '../../elements/Countdown';
import { useNow } from '../../elements/now';
import { useDurationFormat, useInstantFormat } from '../../elements/time';
import { incidentsTranslationRef } from '../../translations/incidents';
import { impactDuration } from './impactDuration';
import classes from './IncidentHeader.module.css';

/** How long it has hurt, and when the next news come. */
export const HeaderClocks = (props: { incident: IncidentDetail }) => {
  const { incident } = props;
  const { acknowledgeDueAt, nextUpdateAt, status } = incident;
  return (
    <div className={classes.clocks}>
      <ImpactClock incident={incident} />
      {nextUpdateAt && isLive(status) && <NextUpdate at={nextUpdateAt} />}
      {!nextUpdateAt && acknowledgeDueAt && status === 'triage' && (
        <ToAcknowledge dueAt={acknowledgeDueAt} />
      )}
      {!nextUpdateAt && isLive(status) && status !== 'triage' && <NoNews />}
    </div>
  );
};

const ImpactClock = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { duration } = useDurationFormat();
  const format = useInstantFormat();
  const now = useNow();
  const { incident } = props;
  const isRunning = incident.impactRunningSince !== null;
  const time = <b>{duration(impactDuration(incident, now))}</b>;
  const began = incident.impactStartedAt ?? incident.declaredAt;
  return (
    <span
      className={classes.clock}
      title={
        incident.impactEstimated
          ? t('incident.impactEstimated', { time: format.full(began) })
          : format.utc(began)
      }
    >
      <RiPulseLine aria-hidden="true" />
      <span>
        {isRunning
          ? t('incident.impactFor', { duration: time })
          : t('incident.impactWas', { duration: time })}
      </span>
    </span>
  );
};

const NextUpdate = (props: { at: string }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { duration } = useDurationFormat();
  const format = useInstantFormat();
  const now = useNow();
  const { state, text, left } = useDue('update', props.at);
  const time = <b>{format.short(props.at, now)}</b>;
  return (
    <span
      className={classes.clock}
      data-state={state}
      title={format.utc(props.at)}
    >
      <RiMegaphoneLine aria-hidden="true" />
      <span>
        {state === 'overdue'
          ? t('incident.nextUpdateOverdue', {
              time,
              overdue: text.toLocaleLowerCase(),
            })
          : t('incident.nextUpdateAt', {
              time,
              in: t('incident.inTime', { duration: duration(left) }),
            })}
      </span>
    </span>
  );
};

const ToAcknowledge = (props: { dueAt: string }) => {
  const format = useInstantFormat();
  const { state, text } = useDue('acknowledge', props.dueAt);
  return (
    <span
      className={classes.clock}
      data-state={state}
      title={format.utc(props.dueAt)}
    >
      <RiMegaphoneLine aria-hidden="true" />
      <b>{text}</b>
    </span>
  );
};

const NoNews = () => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <span className={classes.clock}>
      <RiMegaphoneLine aria-hidden="true" />
      <span>{t('incident.noNextUpdate')}</span>
    </span>
  );
};
