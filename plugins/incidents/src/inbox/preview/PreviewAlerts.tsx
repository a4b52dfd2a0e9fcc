import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { RiPulseLine } from '@remixicon/react';
import { CommandButton } from '../../commands';
import { Instant } from '../../elements/Instant';
import { incidentsInboxTranslationRef } from '../../translations/inbox';
import classes from './Preview.module.css';

const SHOWN = 5;

/** What is firing, newest state first. */
export const PreviewAlerts = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const { alerts, firingCount } = props.incident;
  if (alerts.length === 0) {
    return null;
  }
  const sorted = [...alerts].sort(
    (a, b) => Number(b.firing) - Number(a.firing),
  );
  const rest = alerts.length - SHOWN;
  return (
    <div>
      <h3 className={classes.heading}>{t('firing', { count: firingCount })}</h3>
      <ul className={classes.alerts}>
        {sorted.slice(0, SHOWN).map(alert => (
          <li key={alert.id} className={classes.alert}>
            <RiPulseLine size={16} aria-hidden="true" />
            <span className={classes.alertTitle} title={alert.title}>
              {alert.title}
            </span>
            <span className={classes.muted}>
              {alert.firing ? <Instant at={alert.since} /> : t('ended')}
            </span>
          </li>
        ))}
        {rest > 0 && (
          <li className={classes.muted}>{t('moreAlerts', { count: rest })}</li>
        )}
      </ul>
      <CommandButton type="move-out" incident={props.incident} size="small" />
    </div>
  );
};
