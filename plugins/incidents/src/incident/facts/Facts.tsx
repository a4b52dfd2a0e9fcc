import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  isLive,
  type IncidentDetail,
} from '@linchpin/backstage-plugin-incidents-common';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { AffectedEntities } from './AffectedEntities';
import { Dependants } from './Dependants';
import classes from './Facts.module.css';
import { Holders } from './Holders';
import { Times } from './Times';
import { WhoWasTold } from './WhoWasTold';
import { WhyPriority } from './WhyPriority';

/** What is known and why: priority, reach, times, people told, owners so far. */
export const Facts = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { incident } = props;
  return (
    <div className={classes.facts} role="region" aria-label={t('facts')}>
      <WhyPriority incident={incident} />
      <AffectedEntities incident={incident} />
      {incident.entityRef && isLive(incident.status) && (
        <Dependants entityRef={incident.entityRef} />
      )}
      <Times incident={incident} />
      <WhoWasTold incident={incident} />
      {incident.holders.length > 1 && <Holders incident={incident} />}
    </div>
  );
};
