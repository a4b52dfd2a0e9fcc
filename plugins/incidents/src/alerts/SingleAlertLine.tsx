import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsAlertsTranslationRef } from '../translations/alerts';
import classes from './AlertLines.module.css';
import {
  AlertIcon,
  AlertMoment,
  AlertName,
  type IncidentAlert,
} from './alertWords';

/** An alert that no other of the incident shares its name with. */
export const SingleAlertLine = (props: {
  alert: IncidentAlert;
  source?: string;
}) => {
  const { t } = useTranslationRef(incidentsAlertsTranslationRef);
  const { alert, source } = props;
  const more = [
    alert.occurrences > 1 && t('times', { count: alert.occurrences }),
    source,
  ].filter(Boolean);
  return (
    <li className={classes.line} data-firing={alert.firing || undefined}>
      <AlertIcon firing={alert.firing} />
      <span className={classes.title}>
        <AlertName alert={alert}>{alert.title}</AlertName>
      </span>
      <AlertMoment alert={alert} />
      {more.length > 0 && (
        <span className={classes.more}>{more.join(' · ')}</span>
      )}
    </li>
  );
};
