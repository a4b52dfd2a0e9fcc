import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  groupAlerts,
  type IncidentDetail,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { incidentsAlertsTranslationRef } from '../translations/alerts';
import { AlertGroupLine } from './AlertGroupLine';
import classes from './AlertLines.module.css';
import { SingleAlertLine } from './SingleAlertLine';

const SHOWN_AT_FIRST = 5;

/** What the sources report, one line for each name: firing first, then the newest. */
export const AlertLines = (props: {
  incident: Pick<IncidentDetail, 'alerts' | 'alertCount'>;
}) => {
  const { t } = useTranslationRef(incidentsAlertsTranslationRef);
  const [showsAll, setShowsAll] = useState(false);
  const { alerts, alertCount } = props.incident;
  const groups = groupAlerts(alerts);
  const shown = showsAll ? groups : groups.slice(0, SHOWN_AT_FIRST);
  const folded = groups.length - shown.length;
  const unlisted =
    alertCount - alerts.reduce((sum, { occurrences }) => sum + occurrences, 0);
  const hasSeveralSources =
    new Set(alerts.map(({ source }) => source)).size > 1;
  return (
    <>
      <ul className={classes.lines}>
        {shown.map(group => {
          const source = hasSeveralSources ? group.source : undefined;
          const key = `${group.source} ${group.name}`;
          const [first, ...others] = group.alerts;
          return others.length > 0 ? (
            <AlertGroupLine key={key} group={group} source={source} />
          ) : (
            <SingleAlertLine key={key} alert={first} source={source} />
          );
        })}
        {unlisted > 0 && folded === 0 && (
          <li className={classes.unlisted}>
            {t('unlisted', { count: unlisted })}
          </li>
        )}
      </ul>
      {folded > 0 && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setShowsAll(true)}
        >
          {t('more', { count: folded })}
        </Button>
      )}
    </>
  );
};
