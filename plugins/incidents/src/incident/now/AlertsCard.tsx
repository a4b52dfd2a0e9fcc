import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { RiCheckLine, RiPulseLine } from '@remixicon/react';
import { useState } from 'react';
import { CommandButton } from '../../commands';
import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { SideCard } from '../layout/SideCard';
import classes from './AlertsCard.module.css';

type Alert = IncidentDetail['alerts'][number];

const SHOWN_AT_FIRST = 5;

/** What the sources report: firing first, then the newest. */
export const AlertsCard = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const [showsAll, setShowsAll] = useState(false);
  const { alerts, alertCount, firingCount } = props.incident;
  const sorted = [...alerts].sort(firingFirst);
  const shown = showsAll ? sorted : sorted.slice(0, SHOWN_AT_FIRST);
  const hidden = sorted.length - shown.length;
  const hasSeveralSources = new Set(alerts.map(alert => alert.source)).size > 1;
  return (
    <SideCard
      title={t('alerts')}
      aside={
        alertCount > 0 && (
          <AlertCounts firing={firingCount} ended={alertCount - firingCount} />
        )
      }
    >
      {alertCount === 0 ? (
        <p className={classes.none}>{t('noAlerts')}</p>
      ) : (
        <ul className={classes.alerts}>
          {shown.map(alert => (
            <AlertRow
              key={alert.id}
              alert={alert}
              source={hasSeveralSources ? alert.source : undefined}
            />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setShowsAll(true)}
        >
          {t('alertsMore', { count: hidden })}
        </Button>
      )}
      <CommandButton type="move-out" incident={props.incident} size="small" />
    </SideCard>
  );
};

const AlertCounts = (props: { firing: number; ended: number }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const firing = String(props.firing);
  const ended = String(props.ended);
  if (props.firing === 0) {
    return <>{t('alertsAllEnded', { ended })}</>;
  }
  return (
    <>
      {props.ended === 0
        ? t('alertsFiring', { firing })
        : t('alertCounts', { firing, ended })}
    </>
  );
};

const AlertRow = (props: { alert: Alert; source?: string }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { alert } = props;
  const Icon = alert.firing ? RiPulseLine : RiCheckLine;
  return (
    <li className={classes.alert} data-firing={alert.firing || undefined}>
      <Icon className={classes.icon} aria-hidden="true" />
      <span className={classes.title}>
        {alert.url ? (
          <Link href={alert.url} target="_blank" standalone>
            {alert.title}
          </Link>
        ) : (
          alert.title
        )}
      </span>
      <span
        className={classes.times}
        title={t('alertTimesHint', {
          count: alert.occurrences,
          deliveries: String(alert.deliveries),
        })}
      >
        {t('alertTimes', { times: String(alert.occurrences) })}
      </span>
      <span className={classes.since}>
        {alert.endedAt && !alert.firing
          ? t('alertEnded', { time: format.short(alert.endedAt, now) })
          : t('alertFiring', { time: format.short(alert.since, now) })}
        {props.source && ` · ${props.source}`}
      </span>
    </li>
  );
};

function firingFirst(a: Alert, b: Alert): number {
  return Number(b.firing) - Number(a.firing) || b.since.localeCompare(a.since);
}
