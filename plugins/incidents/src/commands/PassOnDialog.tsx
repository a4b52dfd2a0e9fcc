import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { PASS_EXPLANATION_FROM } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../translations/incidents';
import type { CommandDialogProps } from './dialogProps';
import { GroupPicker } from './fields/pickers';
import { FormDialog } from './FormDialog';
import { Holders } from './Holders';
import { useSubject } from './subject';
import { useCommandForm } from './useCommandForm';
import { useTyped } from './useTyped';

/** *Not ours*: to whom, and why. From the third time on it shows who had it how long. */
export const PassOnDialog = (props: CommandDialogProps) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
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
      form.refuse('to', t('commands.chooseGroup'));
    } else if (!reason.trim()) {
      form.refuse('reason', t('commands.sayWhy'));
    } else {
      form.submit({ type: 'pass-on', to, reason: reason.trim() });
    }
  };

  return (
    <FormDialog
      title={t('commands.passOnTitle', { subject })}
      submit={t('commands.pass-on')}
      isPending={form.isPending}
      problem={form.problemBeside(['to', 'reason'])}
      onSubmit={submit}
      onClose={props.onClose}
    >
      {wandering && <Holders incident={wandering} />}
      <GroupPicker
        {...form.field('to')}
        label={t('commands.toGroup')}
        placeholder={t('commands.searchGroups')}
        value={to}
        onChange={group => change({ to: group })}
        autoFocus
      />
      <TextAreaField
        {...form.field('reason')}
        label={wandering ? t('commands.whyAgain') : t('commands.whyThem')}
        rows={wandering ? 4 : 2}
        value={reason}
        onChange={text => change({ reason: text })}
      />
    </FormDialog>
  );
};
