import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField, TextField } from '@backstage/ui';
import type { UserActionCommand } from '@linchpin/backstage-plugin-incidents-common';
import { FormDialog } from '../../commands';
import { useDraft } from '../../elements/useDraft';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { incidentsCommandsTranslationRef } from '../../translations/commands';
import { type Saying, SAYING } from './start';
import { type ActionDialogProps, useActionForm } from './useActionForm';
import { useActionSubject } from './useActionSubject';

/** Asks for the one text that a command needs: how, why, or where. */
export const SayDialog = (props: ActionDialogProps & { type: Saying }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { t: command } = useTranslationRef(incidentsCommandsTranslationRef);
  const { type, actions, onClose } = props;
  const { field, isRequired, isLine } = SAYING[type];
  const subject = useActionSubject(actions);
  const [text, setText] = useDraft(
    `action.${type}.${actions.map(({ id }) => id).join()}`,
  );
  const form = useActionForm({
    actions,
    onClose: () => {
      setText('');
      onClose();
    },
  });

  const submit = () => {
    const said = text.trim();
    if (isRequired && !said) {
      form.refuse(field, t(`missing_${type}`));
      return;
    }
    form.submit({ type, [field]: said || undefined } as UserActionCommand);
  };

  const asked = {
    ...form.field(field),
    label: t(`ask_${type}`),
    secondaryLabel: isRequired ? undefined : command('optional'),
    value: text,
    onChange: setText,
  };
  return (
    <FormDialog
      title={t(`title_${type}`, { subject })}
      submit={t(`cmd_${type}`)}
      isPending={form.isPending}
      problem={form.problemBeside([field])}
      onSubmit={submit}
      onClose={onClose}
    >
      {isLine ? (
        <TextField {...asked} autoFocus />
      ) : (
        <TextAreaField {...asked} rows={3} autoFocus />
      )}
    </FormDialog>
  );
};
