import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { incidentsTranslationRef } from '../translations/incidents';
import type { CommandDialogProps } from './dialogProps';
import { FormDialog } from './FormDialog';
import { useSubject } from './subject';
import { useCommandForm } from './useCommandForm';
import { useTyped } from './useTyped';

/** It is not over: what is still wrong. */
export const ReopenDialog = (props: CommandDialogProps) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const subject = useSubject(props.incidents);
  const { typed, change, forget } = useTyped('reopen', props.incidents, {
    reason: '',
  });
  const form = useCommandForm({ ...props, onSent: forget });
  const { reason } = typed;

  const submit = () => {
    if (!reason.trim()) {
      form.refuse('reason', t('commands.sayWhatIsWrong'));
      return;
    }
    form.submit({ type: 'reopen', reason: reason.trim() });
  };

  return (
    <FormDialog
      title={t('commands.reopenTitle', { subject })}
      submit={t('commands.reopen')}
      isPending={form.isPending}
      problem={form.problemBeside(['reason'])}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <TextAreaField
        {...form.field('reason')}
        label={t('commands.whatIsStillWrong')}
        rows={3}
        value={reason}
        onChange={text => change({ reason: text })}
        autoFocus
      />
    </FormDialog>
  );
};
