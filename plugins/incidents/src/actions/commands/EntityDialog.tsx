import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { EntityPicker, FormDialog } from '../../commands';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { incidentsCommandsTranslationRef } from '../../translations/commands';
import { type ActionDialogProps, useActionForm } from './useActionForm';
import { useActionSubject } from './useActionSubject';

/** What it is done to; whoever owns that owns the action item. */
export const EntityDialog = (props: ActionDialogProps) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { t: command } = useTranslationRef(incidentsCommandsTranslationRef);
  const subject = useActionSubject(props.actions);
  const form = useActionForm(props);
  const [ref, setRef] = useState(props.actions[0].entity?.ref ?? null);

  const submit = () => {
    if (!ref) {
      form.refuse('entityRef', command('chooseEntity'));
      return;
    }
    form.submit({ type: 'move-to-entity', entityRef: ref });
  };

  return (
    <FormDialog
      title={t('title_move-to-entity', { subject })}
      submit={t('cmd_move-to-entity')}
      isPending={form.isPending}
      problem={form.problemBeside(['entityRef'])}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <EntityPicker
        {...form.field('entityRef')}
        label={t('entity')}
        description={t('entityHint')}
        placeholder={command('searchEntities')}
        value={ref}
        onChange={setRef}
      />
    </FormDialog>
  );
};
