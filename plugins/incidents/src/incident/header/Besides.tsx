import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { incidentsWordsTranslationRef } from '../../translations/words';
import { IncidentLink } from '../IncidentLink';
import classes from './IncidentHeader.module.css';

/** What raised the priority and what it repeats; gives way to a long title. */
export const Besides = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const risks = useRiskWords(props.incident);
  const { recurrenceOf } = props.incident;
  if (!risks && !recurrenceOf) {
    return null;
  }
  return (
    <span className={classes.beside}>
      {risks && <span title={risks.all}>{risks.short}</span>}
      {risks && recurrenceOf && ' · '}
      {recurrenceOf &&
        t('recurrenceOf', {
          number: <IncidentLink number={recurrenceOf.number} />,
        })}
    </span>
  );
};

/** Why the priority is not what impact and urgency alone would make it. */
function useRiskWords({ override, risks }: IncidentDetail) {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { t: word } = useTranslationRef(incidentsWordsTranslationRef);
  const [first, ...others] = risks;
  if (override) {
    return { short: t('overridden'), all: undefined };
  }
  if (!first) {
    return undefined;
  }
  const risk = word(`risk_${first}`);
  return {
    short:
      others.length === 0
        ? t('oneRisk', { risk })
        : t('severalRisks', { risk, others: String(others.length) }),
    all: risks.map(each => word(`risk_${each}`)).join(', '),
  };
}
