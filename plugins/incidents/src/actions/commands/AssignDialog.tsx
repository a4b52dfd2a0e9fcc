import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { FormDialog } from '../../commands';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { ResponsibleField } from '../dialog/ResponsibleField';
import { type ActionDialogProps, useActionForm } from './useActionForm';
import { useActionSubject } from './useActionSubject';

/** Who does it; nobody is an answer too. Who answers for it stays the same. */
export const AssignDialog = (props: ActionDialogProps) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const subject = useActionSubject(props.actions);
  const form = useActionForm(props);
  const [ref, setRef] = useState(props.actions[0].responsible?.ref);
  return (
    <FormDialog
      title={t('title_assign', { subject })}
      submit={t('cmd_assign')}
      isPending={form.isPending}
      problem={form.problemBeside(['responsibleRef'])}
      onSubmit={() =>
        form.submit({ type: 'assign', responsibleRef: ref ?? null })
      }
      onClose={props.onClose}
    >
      <ResponsibleField
        {...form.field('responsibleRef')}
        value={ref}
        onChange={setRef}
        autoFocus
      />
    </FormDialog>
  );
};
