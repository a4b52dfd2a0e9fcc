import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  isLive,
  type IncidentDetail,
} from '@linchpin/backstage-plugin-incidents-common';
import { useDueNow } from '../../elements/Countdown';
import { useDurationFormat, useInstantFormat } from '../../elements/time';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { SideCard } from '../layout/SideCard';
import { ClockRing } from './ClockRing';
import { type DueClock, dueClocks, shareLeft, urgencyOf } from './dueClocks';
import classes from './NowCard.module.css';

/** What falls due, least time left first. */
export const NowCard = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const clocks = dueClocks(props.incident);
  if (clocks.length === 0 && !isLive(props.incident.status)) {
    return null;
  }
  return (
    <SideCard title={t('now')}>
      {clocks.length === 0 ? (
        <p className={classes.nothing}>{t('nothingDue')}</p>
      ) : (
        <ul className={classes.clocks}>
          {clocks.map(clock => (
            <ClockRow
              key={clock.kind}
              clock={clock}
              incident={props.incident}
            />
          ))}
        </ul>
      )}
    </SideCard>
  );
};

const ClockRow = (props: { clock: DueClock; incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { duration } = useDurationFormat();
  const format = useInstantFormat();
  const { clock, incident } = props;
  const due = Date.parse(clock.dueAt);
  const now = useDueNow(due);
  const left = due - now;
  const urgency = urgencyOf(clock, now);
  const time = format.short(clock.dueAt, now);
  const who = whoHasTo(clock, incident);
  return (
    <li className={classes.clock} data-urgency={urgency}>
      <ClockRing left={shareLeft(clock, now)} />
      <span>{t(`clock_${clock.kind}`)}</span>
      <b className={classes.time}>
        {left < 0 ? t('late', { duration: duration(-left) }) : duration(left)}
      </b>
      <time
        className={classes.who}
        dateTime={clock.dueAt}
        title={format.utc(clock.dueAt)}
      >
        {who ? t('dueBy', { who, time }) : time}
      </time>
    </li>
  );
};

/** Who keeps the promise; nobody where the product does it by itself. */
function whoHasTo(
  { kind }: DueClock,
  incident: IncidentDetail,
): string | undefined {
  switch (kind) {
    case 'acknowledge':
      return incident.owner?.title;
    case 'update':
    case 'watch':
      return (incident.lead ?? incident.owner)?.title;
    default:
      return undefined;
  }
}
