import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type IncidentDetail,
  matrixPriority,
  type Priority,
} from '@linchpin/backstage-plugin-incidents-common';
import { isOffered, useCommands } from '../../commands';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { incidentsWordsTranslationRef } from '../../translations/words';
import { Fact } from './Fact';
import classes from './Facts.module.css';

/** How the priority came about, in words. */
export const WhyPriority = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { t: word } = useTranslationRef(incidentsWordsTranslationRef);
  const { start } = useCommands();
  const { incident } = props;
  const { priority, impact, urgency, override } = incident;
  const matrix = matrixPriority(impact, urgency);
  return (
    <Fact
      title={t('whyPriority', { priority })}
      aside={
        isOffered('prioritise', incident) && (
          <button
            type="button"
            className={classes.link}
            onClick={() => start('prioritise', incident)}
          >
            {t('change')}
          </button>
        )
      }
    >
      <p className={classes.text}>
        {t('matrix', {
          impact: word(`impact_${impact}`),
          urgency: inSentence(word(`urgency_${urgency}`)),
          priority: matrix,
        })}{' '}
        {override ? (
          <span className={classes.strong}>
            {t('overriddenFrom', { priority: override })}
          </span>
        ) : (
          <RiskSentence incident={incident} matrix={matrix} />
        )}
      </p>
    </Fact>
  );
};

const RiskSentence = (props: {
  incident: IncidentDetail;
  matrix: Priority;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { t: word } = useTranslationRef(incidentsWordsTranslationRef);
  const { risks } = props.incident;
  if (risks.length === 0) {
    return null;
  }
  const named = (
    <span className={classes.strong}>
      {risks.map(risk => word(`risk_${risk}`)).join(', ')}
    </span>
  );
  if (props.matrix === 'P1') {
    return t('riskAtTop', { risks: named });
  }
  return risks.length === 1
    ? t('oneRiskRaises', { risks: named })
    : t('risksRaise', { risks: named });
};

/** Only the first letter: the others may be capital for a reason. */
function inSentence(words: string): string {
  return words.charAt(0).toLocaleLowerCase() + words.slice(1);
}
