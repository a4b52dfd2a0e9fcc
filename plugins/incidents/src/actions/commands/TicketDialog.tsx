import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { useTrackers } from '../../api/actions';
import { Choice, FormDialog } from '../../commands';
import { FailedPart, RowSkeleton } from '../../elements/states';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { type ActionDialogProps, useActionForm } from './useActionForm';
import { useActionSubject } from './useActionSubject';

/** In which tracker a ticket is made. */
export const TicketDialog = (props: ActionDialogProps) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const subject = useActionSubject(props.actions);
  const form = useActionForm(props);
  const { data, error, refetch } = useTrackers();
  const [chosen, setChosen] = useState<string>();
  const tracker = chosen ?? data?.items[0]?.id;

  const submit = () => {
    if (tracker) {
      form.submit({ type: 'make-ticket', tracker });
    } else {
      form.refuseWhole(t('noTracker'));
    }
  };

  return (
    <FormDialog
      title={t('title_make-ticket', { subject })}
      submit={t('cmd_make-ticket')}
      isPending={form.isPending}
      problem={form.problemBeside([])}
      onSubmit={submit}
      onClose={props.onClose}
    >
      {error && !data && <FailedPart error={error} onRetry={refetch} />}
      {!data && !error && <RowSkeleton rows={1} />}
      {data?.items.length === 0 && <p>{t('noTracker')}</p>}
      {data && data.items.length > 0 && (
        <Choice
          label={t('tracker')}
          options={data.items.map(({ id, title }) => ({ id, label: title }))}
          value={tracker}
          onChange={setChosen}
        />
      )}
    </FormDialog>
  );
};
