import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, TextAreaField } from '@backstage/ui';
import {
  DISMISS_REASONS,
  type DismissReason,
} from '@linchpin/backstage-plugin-incidents-common';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import type { CommandDialogProps } from './dialogProps';
import { FormDialog } from './FormDialog';
import { useSubject } from './subject';
import { useCommandForm } from './useCommandForm';
import { useTyped } from './useTyped';

/** *Not an incident*: why, so that rules and reports can be mended. */
export const DismissDialog = (props: CommandDialogProps) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const subject = useSubject(props.incidents);
  const { typed, change, forget } = useTyped<{
    reason?: DismissReason;
    note: string;
  }>('dismiss', props.incidents, { note: '' });
  const form = useCommandForm({ ...props, onSent: forget });
  const { reason, note } = typed;

  const submit = () => {
    if (!reason) {
      form.refuse('reason', t('chooseReason'));
      return;
    }
    form.submit({ type: 'dismiss', reason, note: note.trim() || undefined });
  };

  return (
    <FormDialog
      title={t('dismissTitle', { subject })}
      submit={t('dismiss')}
      isPending={form.isPending}
      problem={form.problemBeside(['reason', 'note'])}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <RadioGroup
        {...form.field('reason')}
        label={t('why')}
        value={reason ?? ''}
        onChange={value => change({ reason: value as DismissReason })}
      >
        {DISMISS_REASONS.map(code => (
          <Radio key={code} value={code}>
            {t(`dismissReason.${code}`)}
          </Radio>
        ))}
      </RadioGroup>
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
