import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Checkbox,
  CheckboxGroup,
  TextAreaField,
  type TextAreaFieldProps,
} from '@backstage/ui';
import {
  isConfidential,
  RISKS,
  type Risk,
} from '@linchpin/backstage-plugin-incidents-common';
import { FoldedFields } from '../commands/fields/FoldedFields';
import { MomentField } from '../commands/fields/MomentField';
import { PrivacyPrompt } from '../commands/fields/PrivacyPrompt';
import { useNow } from '../elements/now';
import { incidentsReportTranslationRef } from '../translations/report';
import { incidentsWordsTranslationRef } from '../translations/words';
import type { ReportDraft } from './draft';
import type { FieldErrors } from './useReport';
import classes from './MoreFields.module.css';

interface MoreFieldsProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  draft: ReportDraft;
  onChange: (changes: Partial<ReportDraft>) => void;
  /** Asked for within a text by Ctrl or Cmd and Enter; Enter alone begins a line there. */
  onSend: () => void;
  errors: FieldErrors;
}

/** What helps but must not hold anybody up. */
export const MoreFields = (props: MoreFieldsProps) => {
  const { t } = useTranslationRef(incidentsReportTranslationRef);
  return (
    <FoldedFields
      more={t('more')}
      less={t('less')}
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
    >
      {() => <Fields {...props} />}
    </FoldedFields>
  );
};

const NOW = 'now';
const MINUTE_MS = 60_000;

const Fields = (props: MoreFieldsProps) => {
  const { draft, onChange, onSend, errors } = props;
  const { t } = useTranslationRef(incidentsReportTranslationRef);
  const words = useTranslationRef(incidentsWordsTranslationRef);
  const now = useNow();
  const sendOnEnter: TextAreaFieldProps['onKeyDown'] = event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      onSend();
    } else {
      event.continuePropagation();
    }
  };
  const before = (minutes: number) =>
    new Date(now - minutes * MINUTE_MS).toISOString();
  return (
    <>
      <MomentField
        label={t('began')}
        presets={[
          { id: NOW, label: t('beganNow'), at: undefined },
          { id: 'quarter', label: t('beganQuarter'), at: before(15) },
          { id: 'hour', label: t('beganHour'), at: before(60) },
        ]}
        initial={draft.impactStartedAt ? undefined : NOW}
        value={draft.impactStartedAt}
        onChange={impactStartedAt => onChange({ impactStartedAt })}
        problem={errors.impactStartedAt}
      />
      <CheckboxGroup
        label={t('risks')}
        description={t('risksHint')}
        value={draft.risks}
        onChange={risks => onChange({ risks: risks as Risk[] })}
        className={classes.risks}
      >
        {RISKS.map(risk => (
          <Checkbox key={risk} value={risk}>
            {words.t(`risk_${risk}`)}
          </Checkbox>
        ))}
      </CheckboxGroup>
      {isConfidential(draft.risks) && (
        <PrivacyPrompt
          isPrivate={draft.isPrivate}
          onChange={isPrivate => onChange({ isPrivate })}
        />
      )}
      <TextAreaField
        label={t('workaround')}
        rows={2}
        value={draft.workaround}
        onChange={workaround => onChange({ workaround })}
        onKeyDown={sendOnEnter}
        validate={() => errors.workaround ?? null}
        validationBehavior="aria"
      />
      <TextAreaField
        label={t('description')}
        rows={3}
        value={draft.description}
        onChange={description => onChange({ description })}
        onKeyDown={sendOnEnter}
        validate={() => errors.description ?? null}
        validationBehavior="aria"
      />
      {!isConfidential(draft.risks) && (
        <Checkbox
          isSelected={draft.isPrivate}
          onChange={isPrivate => onChange({ isPrivate })}
        >
          {t('private')}
        </Checkbox>
      )}
      <Checkbox
        isSelected={draft.isDrill}
        onChange={isDrill => onChange({ isDrill })}
      >
        {t('drill')}
      </Checkbox>
    </>
  );
};
