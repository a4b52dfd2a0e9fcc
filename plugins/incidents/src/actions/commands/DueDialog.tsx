import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FieldLabel, TextAreaField } from '@backstage/ui';
import { useState } from 'react';
import { FormDialog } from '../../commands';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { DayField } from '../dialog/DayField';
import { type ActionDialogProps, useActionForm } from './useActionForm';
import { useActionSubject } from './useActionSubject';

/** Another day, and why: a deadline that moves silently is none. */
export const DueDialog = (props: ActionDialogProps) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const subject = useActionSubject(props.actions);
  const form = useActionForm(props);
  const [dueOn, setDueOn] = useState<string | undefined>(
    props.actions[0].dueOn,
  );
  const [reason, setReason] = useState('');

  const submit = () => {
    if (!dueOn) {
      form.refuseWhole(t('missing_day'));
    } else if (!reason.trim()) {
      form.refuse('reason', t('missing_move-due'));
    } else {
      form.submit({ type: 'move-due', dueOn, reason: reason.trim() });
    }
  };

  return (
    <FormDialog
      title={t('title_move-due', { subject })}
      submit={t('cmd_move-due')}
      isPending={form.isPending}
      problem={form.problemBeside(['reason'])}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <div>
        <FieldLabel label={t('dueDay')} />
        <DayField label={t('dueDay')} value={dueOn ?? ''} onChange={setDueOn} />
      </div>
      <TextAreaField
        {...form.field('reason')}
        label={t('ask_move-due')}
        rows={2}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
};
