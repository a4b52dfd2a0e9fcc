import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  IncidentDetail,
  InboxItem,
} from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import { RoutingSteps } from '../../incident/facts/RoutingSteps';
import { incidentsInboxTranslationRef } from '../../translations/inbox';
import { incidentsWordsTranslationRef } from '../../translations/words';
import { useWhyHere } from '../useWhyHere';
import classes from './Preview.module.css';

/** Why it is here, why it is this urgent, and who knows of it. */
export const PreviewFacts = (props: {
  item: InboxItem;
  incident: IncidentDetail;
}) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const { incident } = props;
  const whyHere = useWhyHere(props.item);
  const why = useWhyPriority(incident);
  const told = useTold(incident);
  return (
    <dl className={classes.facts}>
      <dt>{t('whyHere')}</dt>
      <dd>
        {incident.routing.length > 0 ? (
          <RoutingSteps incident={incident} />
        ) : (
          whyHere
        )}
      </dd>
      <dt>{t('priority')}</dt>
      <dd>{why}</dd>
      <dt>{t('told')}</dt>
      <dd>{told}</dd>
    </dl>
  );
};

function useWhyPriority(incident: IncidentDetail): string {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const words = useTranslationRef(incidentsWordsTranslationRef).t;
  const { impact, urgency, risks, override } = incident;
  if (override) {
    return t('overridden');
  }
  const matrix = `${words(`impact_${impact}`)} × ${words(`byUrgency_${urgency}`)}`;
  return risks.length === 0
    ? matrix
    : `${matrix}, ${t('raised', {
        risks: risks.map(risk => words(`risk_${risk}`)).join(', '),
      })}`;
}

function useTold(incident: IncidentDetail): string {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  return incident.told.length === 0 || !incident.notifiedAt
    ? t('toldNobody')
    : t('toldCount', {
        count: incident.told.length,
        time: format.short(incident.notifiedAt, now),
      });
}
