import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { Choice, FormDialog, GroupPicker, UserPicker } from '../../commands';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { incidentsCommandsTranslationRef } from '../../translations/commands';
import { type ActionDialogProps, useActionForm } from './useActionForm';
import { useActionSubject } from './useActionSubject';

const KINDS = ['user', 'group'] as const;
type Kind = (typeof KINDS)[number];

/** Who answers for the deadline, whoever does it: a person or a team. */
export const AccountableDialog = (props: ActionDialogProps) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { t: command } = useTranslationRef(incidentsCommandsTranslationRef);
  const subject = useActionSubject(props.actions);
  const form = useActionForm(props);
  const now = props.actions[0].accountable?.ref;
  const [kind, setKind] = useState<Kind>(
    now?.startsWith('group:') ? 'group' : 'user',
  );
  const [ref, setRef] = useState<string | null>(now ?? null);
  const chosen = ref?.startsWith(`${kind}:`) ? ref : null;
  const Picker = kind === 'user' ? UserPicker : GroupPicker;

  const submit = () => {
    if (!chosen) {
      form.refuse('accountableRef', t('missing_make-accountable'));
      return;
    }
    form.submit({ type: 'make-accountable', accountableRef: chosen });
  };

  return (
    <FormDialog
      title={t('title_make-accountable', { subject })}
      submit={t('cmd_make-accountable')}
      isPending={form.isPending}
      problem={form.problemBeside(['accountableRef'])}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <Choice
        label={t('accountableKind')}
        options={KINDS.map(id => ({ id, label: t(`kind_${id}`) }))}
        value={kind}
        onChange={setKind}
      />
      <Picker
        key={kind}
        {...form.field('accountableRef')}
        label={t('accountable')}
        description={t('accountableHint')}
        placeholder={
          kind === 'user' ? t('searchPeople') : command('searchGroups')
        }
        value={chosen}
        onChange={setRef}
      />
    </FormDialog>
  );
};
