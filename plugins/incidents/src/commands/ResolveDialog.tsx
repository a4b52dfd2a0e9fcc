import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { isMajor } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { useNow } from '../elements/now';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import type { CommandDialogProps } from './dialogProps';
import { MomentField } from './fields/MomentField';
import { UserPicker } from './fields/pickers';
import { FormDialog } from './FormDialog';
import { useSubject } from './subject';
import { useCommandForm } from './useCommandForm';
import { useTyped } from './useTyped';

/** Normal service is back: since when, and what brought it. */
export const ResolveDialog = (props: CommandDialogProps) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const subject = useSubject(props.incidents);
  const [first] = props.incidents;
  const needsReview = props.incidents.some(({ priority }) => isMajor(priority));
  const { typed, change, forget } = useTyped<{
    note: string;
    reviewOwnerRef: string | null;
  }>('resolve', props.incidents, {
    note: '',
    reviewOwnerRef: first.lead?.ref ?? null,
  });
  const form = useCommandForm({ ...props, onSent: forget });
  const [opened] = useState(useNow());
  const { note, reviewOwnerRef } = typed;
  const [at, setAt] = useState<string>();

  return (
    <FormDialog
      title={t('resolveTitle', { subject })}
      submit={t('resolve')}
      isPending={form.isPending}
      problem={form.problemBeside(['note', 'at', 'reviewOwnerRef'])}
      onSubmit={() =>
        form.submit({
          type: 'resolve',
          at,
          note: note.trim() || undefined,
          reviewOwnerRef: (needsReview && reviewOwnerRef) || undefined,
        })
      }
      onClose={props.onClose}
    >
      <TextAreaField
        {...form.field('note')}
        label={t('whatEndedIt')}
        secondaryLabel={t('optional')}
        description={t('whatEndedItHint')}
        rows={3}
        value={note}
        onChange={text => change({ note: text })}
        autoFocus
      />
      <MomentField
        label={t('backSince')}
        initial="now"
        presets={[
          { id: 'now', label: t('now'), at: undefined },
          {
            id: 'earlier',
            label: t('quarterHourAgo'),
            at: new Date(opened - 15 * 60_000).toISOString(),
          },
        ]}
        value={at}
        onChange={setAt}
        problem={form.problemOf('at')}
      />
      {needsReview && (
        <UserPicker
          {...form.field('reviewOwnerRef')}
          label={t('reviewOwner')}
          description={t('reviewOwnerHint')}
          value={reviewOwnerRef}
          onChange={ref => change({ reviewOwnerRef: ref })}
        />
      )}
    </FormDialog>
  );
};
