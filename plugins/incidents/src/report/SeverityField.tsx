import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FieldLabel } from '@backstage/ui';
import {
  IMPACTS,
  priorityOf,
  URGENCIES,
} from '@linchpin/backstage-plugin-incidents-common';
import { useId } from 'react';
import { Choice } from '../commands/fields/Choice';
import { PriorityChip } from '../elements/PriorityMark';
import { incidentsReportTranslationRef } from '../translations/report';
import { type ReportDraft, severityOf, type Suggestion } from './draft';
import { SuggestionReason } from './SuggestionReason';
import type { FieldErrors } from './useReport';
import classes from './SeverityField.module.css';

/** How bad it is: suggested from what the catalog knows, and what priority comes of it. */
export const SeverityField = (props: {
  draft: ReportDraft;
  suggestion?: Suggestion;
  onChange: (changes: Partial<ReportDraft>) => void;
  errors: FieldErrors;
}) => {
  const { t } = useTranslationRef(incidentsReportTranslationRef);
  const { draft, suggestion, errors, onChange } = props;
  const { impact, urgency } = severityOf(draft, suggestion);
  const titleId = useId();
  return (
    <div role="group" aria-labelledby={titleId}>
      <div id={titleId} className={classes.title}>
        {t('howBad')}
      </div>
      <div className={classes.parts}>
        <Choice
          label={t('impact')}
          options={IMPACTS.map(id => ({ id, label: t(id) }))}
          value={impact}
          onChange={level => onChange({ impact: level })}
          problem={errors.impact}
        />
        <Choice
          label={t('urgency')}
          options={URGENCIES.map(id => ({ id, label: t(id) }))}
          value={urgency}
          onChange={level => onChange({ urgency: level })}
          problem={errors.urgency}
        />
        {impact && urgency && (
          <output className={classes.priority}>
            <FieldLabel label={t('priority')} />
            <PriorityChip
              priority={priorityOf({ impact, urgency, risks: draft.risks })}
            />
          </output>
        )}
      </div>
      {suggestion && <SuggestionReason suggestion={suggestion} />}
    </div>
  );
};
