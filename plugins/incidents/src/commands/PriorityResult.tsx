import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  matrixPriority,
  type Priority,
  type PriorityFacts,
  priorityOf,
} from '@linchpin/backstage-plugin-incidents-common';
import { PriorityChip } from '../elements/PriorityMark';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import { incidentsWordsTranslationRef } from '../translations/words';
import classes from './PriorityResult.module.css';

/** The priority that follows from what is chosen, and how. */
export const PriorityResult = (props: {
  facts: PriorityFacts;
  before: Priority;
}) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const words = useTranslationRef(incidentsWordsTranslationRef).t;
  const { impact, urgency, risks, override } = props.facts;
  const result = priorityOf(props.facts);
  const matrix = matrixPriority(impact, urgency);
  const parts = [
    `${words(`impact_${impact}`)} × ${words(`byUrgency_${urgency}`)}: ${matrix}`,
    risks.length > 0 &&
      t('raisedBy', {
        risks: risks.map(risk => words(`risk_${risk}`)).join(', '),
      }),
    override && t('overridden'),
    result !== props.before && t('wasBefore', { priority: props.before }),
  ];
  return (
    <output className={classes.result}>
      <PriorityChip priority={result} />
      <span className={classes.how}>{parts.filter(Boolean).join(' · ')}</span>
    </output>
  );
};
