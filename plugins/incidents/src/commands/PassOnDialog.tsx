import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { PASS_EXPLANATION_FROM } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import type { CommandDialogProps } from './dialogProps';
import { GroupPicker } from './fields/pickers';
import { FormDialog } from './FormDialog';
import { Holders } from './Holders';
import { useSubject } from './subject';
import { useCommandForm } from './useCommandForm';
import { useTyped } from './useTyped';

/** *Not ours*: to whom, and why. From the third time on it shows who had it how long. */
export const PassOnDialog = (props: CommandDialogProps) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const subject = useSubject(props.incidents);
  const { typed, change, forget } = useTyped<{
    to: string | null;
    reason: string;
  }>('pass-on', props.incidents, { to: null, reason: '' });
  const form = useCommandForm({ ...props, onSent: forget });
  const { to, reason } = typed;
  const wandering = props.incidents.find(
    incident => incident.passes + 1 >= PASS_EXPLANATION_FROM,
  );

  const submit = () => {
    if (!to) {
      form.refuse('to', t('chooseGroup'));
    } else if (!reason.trim()) {
      form.refuse('reason', t('sayWhy'));
    } else {
      form.submit({ type: 'pass-on', to, reason: reason.trim() });
    }
  };

  return (
    <FormDialog
      title={t('passOnTitle', { subject })}
      submit={t('pass-on')}
      isPending={form.isPending}
      problem={form.problemBeside(['to', 'reason'])}
      onSubmit={submit}
      onClose={props.onClose}
    >
      {wandering && <Holders incident={wandering} />}
      <GroupPicker
        {...form.field('to')}
        label={t('toGroup')}
        placeholder={t('searchGroups')}
        value={to}
        onChange={group => change({ to: group })}
        autoFocus
      />
      <TextAreaField
        {...form.field('reason')}
        label={wandering ? t('whyAgain') : t('whyThem')}
        rows={wandering ? 4 : 2}
        value={reason}
        onChange={text => change({ reason: text })}
      />
    </FormDialog>
  );
};
