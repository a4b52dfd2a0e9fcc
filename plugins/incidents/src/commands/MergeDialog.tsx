import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField } from '@backstage/ui';
import { useDeferredValue, useState } from 'react';
import { useIncidents } from '../api/queries';
import { FailedPart, RowSkeleton } from '../elements/states';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import type { CommandDialogProps } from './dialogProps';
import { FormDialog } from './FormDialog';
import { MergeTargets } from './MergeTargets';
import { useSubject } from './subject';
import { useCommandForm } from './useCommandForm';

const SHOWN = 8;

/** It is the same as another one: which of the live incidents takes it in. */
export const MergeDialog = (props: CommandDialogProps) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const subject = useSubject(props.incidents);
  const form = useCommandForm(props);
  const [typed, setTyped] = useState('');
  const [into, setInto] = useState<string>();
  const { data, error, refetch } = useIncidents({
    live: 'true',
    sort: 'urgency',
    q: useDeferredValue(typed.trim()),
    limit: SHOWN + props.incidents.length,
  });
  const targets = data?.pages[0].items
    .filter(target => !props.incidents.some(i => i.id === target.id))
    .slice(0, SHOWN);

  const submit = () => {
    if (!into) {
      form.refuse('into', t('chooseTarget'));
      return;
    }
    form.submit({ type: 'merge', into });
  };

  return (
    <FormDialog
      title={t('mergeTitle', { subject })}
      submit={t('merge')}
      isPending={form.isPending}
      problem={form.problemBeside(['into'])}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <SearchField
        label={t('mergeInto')}
        description={t('mergeHint')}
        placeholder={t('searchLive')}
        value={typed}
        onChange={setTyped}
        autoFocus
      />
      {error && <FailedPart error={error} onRetry={refetch} />}
      {!targets && !error && <RowSkeleton rows={3} />}
      {targets && (
        <MergeTargets
          targets={targets}
          value={into}
          onChange={setInto}
          problem={form.problemOf('into')}
        />
      )}
    </FormDialog>
  );
};
