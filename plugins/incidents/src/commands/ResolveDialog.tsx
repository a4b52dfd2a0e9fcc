import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { useState } from 'react';
import { useNow } from '../elements/now';
import { incidentsTranslationRef } from '../translations/incidents';
import type { CommandDialogProps } from './dialogProps';
import { MomentField } from './fields/MomentField';
import { FormDialog } from './FormDialog';
import { useSubject } from './subject';
import { useCommandForm } from './useCommandForm';
import { useTyped } from './useTyped';

/** Normal service is back: since when, and what brought it. */
export const ResolveDialog = (props: CommandDialogProps) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const subject = useSubject(props.incidents);
  const { typed, change, forget } = useTyped('resolve', props.incidents, {
    note: '',
  });
  const form = useCommandForm({ ...props, onSent: forget });
  const [opened] = useState(useNow());
  const { note } = typed;
  const [at, setAt] = useState<string>();

  return (
    <FormDialog
      title={t('commands.resolveTitle', { subject })}
      submit={t('commands.resolve')}
      isPending={form.isPending}
      problem={form.problemBeside(['note', 'at'])}
      onSubmit={() =>
        form.submit({ type: 'resolve', at, note: note.trim() || undefined })
      }
      onClose={props.onClose}
    >
      <TextAreaField
        {...form.field('note')}
        label={t('commands.whatEndedIt')}
        secondaryLabel={t('commands.optional')}
        description={t('commands.whatEndedItHint')}
        rows={3}
        value={note}
        onChange={text => change({ note: text })}
        autoFocus
      />
      <MomentField
        label={t('commands.backSince')}
        initial="now"
        presets={[
          { id: 'now', label: t('commands.now'), at: undefined },
          {
            id: 'earlier',
            label: t('commands.quarterHourAgo'),
            at: new Date(opened - 15 * 60_000).toISOString(),
          },
        ]}
        value={at}
        onChange={setAt}
        problem={form.problemOf('at')}
      />
    </FormDialog>
  );
};
