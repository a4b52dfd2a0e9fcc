import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, TextAreaField } from '@backstage/ui';
import {
  HOLD_REASONS,
  type HoldReason,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { useNow } from '../elements/now';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import type { CommandDialogProps } from './dialogProps';
import { MomentField } from './fields/MomentField';
import { useResumeMoments } from './fields/moments';
import { FormDialog } from './FormDialog';
import { useSubject } from './subject';
import { useCommandForm } from './useCommandForm';
import { useTyped } from './useTyped';

const FIELDS = ['reason', 'resumeBy', 'note'];

/** *On hold*: what it waits for, and when it is looked at again at the latest. */
export const HoldDialog = (props: CommandDialogProps) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const subject = useSubject(props.incidents);
  const { typed, change, forget } = useTyped<{
    reason?: HoldReason;
    note: string;
  }>('hold', props.incidents, { note: '' });
  const form = useCommandForm({ ...props, onSent: forget });
  const [opened] = useState(useNow());
  const presets = useResumeMoments(opened);
  const [resumeBy, setResumeBy] = useState<string>();
  const { reason, note } = typed;

  const submit = () => {
    if (!reason) {
      form.refuse('reason', t('chooseReason'));
    } else if (!resumeBy) {
      form.refuse('resumeBy', t('chooseMoment'));
    } else {
      form.submit({
        type: 'hold',
        reason,
        resumeBy,
        note: note.trim() || undefined,
      });
    }
  };

  return (
    <FormDialog
      title={t('holdTitle', { subject })}
      submit={t('hold')}
      isPending={form.isPending}
      problem={form.problemBeside(FIELDS)}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <RadioGroup
        {...form.field('reason')}
        label={t('waitsFor')}
        value={reason ?? ''}
        onChange={value => change({ reason: value as HoldReason })}
      >
        {HOLD_REASONS.map(code => (
          <Radio key={code} value={code}>
            {t(`hold_${code}`)}
          </Radio>
        ))}
      </RadioGroup>
      <MomentField
        label={t('resumeBy')}
        presets={presets}
        value={resumeBy}
        onChange={setResumeBy}
        problem={form.problemOf('resumeBy')}
      />
      <TextAreaField
        {...form.field('note')}
        label={t('note')}
        secondaryLabel={t('optional')}
        rows={2}
        value={note}
        onChange={text => change({ note: text })}
      />
    </FormDialog>
  );
};
