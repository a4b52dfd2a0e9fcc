import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../../translations/incidents';
import { incidentsWordsTranslationRef } from '../../translations/words';
import classes from './IncidentHeader.module.css';

/** Why the priority is not what impact and urgency alone would make it. */
export const RiskWords = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { t: word } = useTranslationRef(incidentsWordsTranslationRef);
  const { override, risks } = props.incident;
  const [first, ...others] = risks;
  if (override) {
    return <span className={classes.beside}>{t('incident.overridden')}</span>;
  }
  if (!first) {
    return null;
  }
  const risk = word(`risk_${first}`);
  return (
    <span
      className={classes.beside}
      title={risks.map(each => word(`risk_${each}`)).join(', ')}
    >
      {others.length === 0
        ? t('incident.oneRisk', { risk })
        : t('incident.severalRisks', { risk, others: String(others.length) })}
    </span>
  );
};
