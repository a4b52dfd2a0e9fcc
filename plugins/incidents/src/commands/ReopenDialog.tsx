import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import type { CommandDialogProps } from './dialogProps';
import { FormDialog } from './FormDialog';
import { useSubject } from './subject';
import { useCommandForm } from './useCommandForm';
import { useTyped } from './useTyped';

/** It is not over: what is still wrong. */
export const ReopenDialog = (props: CommandDialogProps) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const subject = useSubject(props.incidents);
  const { typed, change, forget } = useTyped('reopen', props.incidents, {
    reason: '',
  });
  const form = useCommandForm({ ...props, onSent: forget });
  const { reason } = typed;

  const submit = () => {
    if (!reason.trim()) {
      form.refuse('reason', t('sayWhatIsWrong'));
      return;
    }
    form.submit({ type: 'reopen', reason: reason.trim() });
  };

  return (
    <FormDialog
      title={t('reopenTitle', { subject })}
      submit={t('reopen')}
      isPending={form.isPending}
      problem={form.problemBeside(['reason'])}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <TextAreaField
        {...form.field('reason')}
        label={t('whatIsStillWrong')}
        rows={3}
        value={reason}
        onChange={text => change({ reason: text })}
        autoFocus
      />
    </FormDialog>
  );
};
