import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField, TextField } from '@backstage/ui';
import {
  ACTION_TYPES,
  PRIORITIES,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { useAction } from '../../api/actions';
import { Choice, FormDialog } from '../../commands';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { incidentsCommandsTranslationRef } from '../../translations/commands';
import { type ActionDialogProps, useActionForm } from './useActionForm';
import { useActionSubject } from './useActionSubject';

const FIELDS = ['title', 'description', 'factor'];

/** Says better what is to be done, what for, and how much it matters. */
export const EditDialog = (props: ActionDialogProps) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { t: command } = useTranslationRef(incidentsCommandsTranslationRef);
  const [action] = props.actions;
  const subject = useActionSubject(props.actions);
  const form = useActionForm(props);
  const before = useAction(action.number).data?.description ?? '';
  const [title, setTitle] = useState(action.title);
  const [actionType, setActionType] = useState(action.type);
  const [priority, setPriority] = useState(action.priority);
  const [factor, setFactor] = useState(action.factor ?? '');
  const [typed, setTyped] = useState<string>();

  const submit = () => {
    if (!title.trim()) {
      form.refuse('title', t('titleMissing'));
      return;
    }
    form.submitSeen({
      type: 'edit',
      title: title.trim(),
      actionType,
      priority,
      factor: factor.trim() || undefined,
      description: typed?.trim(),
    });
  };

  return (
    <FormDialog
      title={t('title_edit', { subject })}
      submit={t('cmd_edit')}
      isPending={form.isPending}
      problem={form.problemBeside(FIELDS)}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <TextField
        {...form.field('title')}
        label={t('title')}
        value={title}
        onChange={setTitle}
        autoFocus
      />
      <Choice
        label={t('type')}
        options={ACTION_TYPES.map(id => ({ id, label: t(`type_${id}`) }))}
        value={actionType}
        onChange={setActionType}
      />
      <Choice
        label={t('priority')}
        options={PRIORITIES.map(id => ({ id, label: id }))}
        value={priority}
        onChange={setPriority}
      />
      <TextField
        {...form.field('factor')}
        label={t('factor')}
        description={t('factorHint')}
        secondaryLabel={command('optional')}
        value={factor}
        onChange={setFactor}
      />
      <TextAreaField
        {...form.field('description')}
        label={t('description')}
        secondaryLabel={command('optional')}
        rows={3}
        value={typed ?? before}
        onChange={setTyped}
      />
    </FormDialog>
  );
};
