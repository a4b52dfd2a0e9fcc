import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { AlertLines } from '../../alerts/AlertLines';
import { CommandButton } from '../../commands';
import { incidentsAlertsTranslationRef } from '../../translations/alerts';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { SideCard } from '../layout/SideCard';
import classes from './AlertsCard.module.css';

/** What the sources report. */
export const AlertsCard = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { t: said } = useTranslationRef(incidentsAlertsTranslationRef);
  const { alertCount, firingCount } = props.incident;
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
        <p className={classes.none}>{said('none')}</p>
      ) : (
        <AlertLines incident={props.incident} />
      )}
      <CommandButton type="move-out" incident={props.incident} size="small" />
    </SideCard>
  );
};

const AlertCounts = (props: { firing: number; ended: number }) => {
  const { t } = useTranslationRef(incidentsAlertsTranslationRef);
  const firing = String(props.firing);
  const ended = String(props.ended);
  if (props.firing === 0) {
    return <>{t('allEnded', { ended })}</>;
  }
  return (
    <>
      {props.ended === 0
        ? t('allFiring', { firing })
        : t('counts', { firing, ended })}
    </>
  );
};
