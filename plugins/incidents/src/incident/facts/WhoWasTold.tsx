import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  tellsPeople,
  type IncidentDetail,
} from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { Fact } from './Fact';
import classes from './Facts.module.css';
import { RoutingSteps } from './RoutingSteps';

const NAMED = 3;

/** Who was told and why them; why nobody. */
export const WhoWasTold = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { notifiedAt, told, routing } = props.incident;
  return (
    <Fact
      title={t('told')}
      aside={
        notifiedAt &&
        told.length > 0 && (
          <span className={classes.aside} title={format.utc(notifiedAt)}>
            {format.short(notifiedAt, now)}
          </span>
        )
      }
    >
      <p className={classes.text}>
        <Told incident={props.incident} />
      </p>
      {routing.length > 0 && (
        <details className={classes.why}>
          <summary>{told.length > 0 ? t('whyThem') : t('whyNobody')}</summary>
          <RoutingSteps incident={props.incident} />
        </details>
      )}
    </Fact>
  );
};

const Told = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { told, notifiedAt, priority } = props.incident;
  if (told.length === 0) {
    return <>{t('toldNobody')}</>;
  }
  // Nobody was asked to take what was led from the start, but everybody has heard of it.
  if (!notifiedAt && !tellsPeople(props.incident)) {
    return <>{t('toldQuiet', { priority })}</>;
  }
  const names = told
    .slice(0, NAMED)
    .map(person => person.title)
    .join(', ');
  const others = told.length - NAMED;
  return (
    <span title={told.map(person => person.title).join(', ')}>
      {others > 0 ? t('tl_andMore', { names, count: others }) : names}
    </span>
  );
};
