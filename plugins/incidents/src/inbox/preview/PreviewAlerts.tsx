import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { AlertLines } from '../../alerts/AlertLines';
import { CommandButton } from '../../commands';
import { incidentsInboxTranslationRef } from '../../translations/inbox';
import classes from './Preview.module.css';

/** What is firing, and what was. */
export const PreviewAlerts = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const { alerts, firingCount } = props.incident;
  if (alerts.length === 0) {
    return null;
  }
  return (
    <div>
      <h3 className={classes.heading}>{t('firing', { count: firingCount })}</h3>
      <AlertLines incident={props.incident} />
      <CommandButton type="move-out" incident={props.incident} size="small" />
    </div>
  );
};
