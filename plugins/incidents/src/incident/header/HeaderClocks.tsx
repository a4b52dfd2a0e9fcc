import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  isLive,
  type IncidentDetail,
} from '@linchpin/backstage-plugin-incidents-common';
import { RiMegaphoneLine, RiPulseLine, RiTimerLine } from '@remixicon/react';
import { useDue } from '../../elements/Countdown';
import { useNow } from '../../elements/now';
import { useDurationFormat, useInstantFormat } from '../../elements/time';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { impactDuration } from './impactDuration';
import classes from './IncidentHeader.module.css';

/** How long it has hurt, and when the next news come. */
export const HeaderClocks = (props: { incident: IncidentDetail }) => {
  const { incident } = props;
  const { acknowledgeDueAt, nextUpdateAt, status } = incident;
  return (
    <div className={classes.clocks}>
      <ImpactClock incident={incident} />
      {nextUpdateAt && isLive(status) && (
        <Promised kind="update" dueAt={nextUpdateAt} />
      )}
      {!nextUpdateAt && acknowledgeDueAt && status === 'triage' && (
        <Promised kind="acknowledge" dueAt={acknowledgeDueAt} />
      )}
      {!nextUpdateAt && isLive(status) && status !== 'triage' && <NoNews />}
    </div>
  );
};

const ImpactClock = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
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
          ? t('impactEstimated', { time: format.full(began) })
          : format.utc(began)
      }
    >
      <RiPulseLine aria-hidden="true" />
      <span>
        {isRunning
          ? t('impactFor', { duration: time })
          : t('impactWas', { duration: time })}
      </span>
    </span>
  );
};

/** A promise with its time and how long is left. */
const Promised = (props: { kind: 'acknowledge' | 'update'; dueAt: string }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { duration } = useDurationFormat();
  const format = useInstantFormat();
  const now = useNow();
  const { kind, dueAt } = props;
  const { state, left } = useDue(kind, dueAt);
  const Icon = kind === 'update' ? RiMegaphoneLine : RiTimerLine;
  const when = {
    time: <b>{format.short(dueAt, now)}</b>,
    in: t(state === 'overdue' ? 'late' : 'inTime', {
      duration: duration(Math.abs(left)),
    }),
  };
  return (
    <span
      className={classes.clock}
      data-state={state}
      title={format.utc(dueAt)}
    >
      <Icon aria-hidden="true" />
      <span>
        {kind === 'update' ? t('nextUpdateAt', when) : t('acknowledgeBy', when)}
      </span>
    </span>
  );
};

const NoNews = () => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return (
    <span className={classes.clock}>
      <RiMegaphoneLine aria-hidden="true" />
      <span>{t('noNextUpdate')}</span>
    </span>
  );
};
