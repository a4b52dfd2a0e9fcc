import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import type {
  CorrectableStamp,
  IncidentDetail,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { FormDialog, useCommandForm } from '../../commands';
import { useDraft } from '../../elements/useDraft';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { InstantField } from './InstantField';

/** Puts a time right. The old one and the reason stay on the timeline. */
export const CorrectTimeDialog = (props: {
  incident: IncidentDetail;
  stamp: CorrectableStamp;
  onClose: () => void;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { incident, stamp, onClose } = props;
  const [at, setAt] = useState<string | undefined>(
    incident[stamp] ?? undefined,
  );
  const [reason, setReason] = useDraft(`${incident.id}.correct-time`);
  const form = useCommandForm({
    incidents: [incident],
    onClose: () => {
      setReason('');
      onClose();
    },
  });
  const submit = () => {
    if (!at) {
      form.refuse('at', t('atMissing'));
    } else if (reason.trim() === '') {
      form.refuse('reason', t('reasonMissing'));
    } else {
      form.submitSeen({ type: 'correct-time', stamp, at, reason });
    }
  };
  return (
    <FormDialog
      title={t('correctTitle', {
        stamp: t(`stamp_${stamp}`),
        number: incident.number,
      })}
      submit={t('correctSubmit')}
      isPending={form.isPending}
      problem={form.problemBeside(['at', 'reason'])}
      onClose={onClose}
      onSubmit={submit}
    >
      <InstantField
        label={t(`stamp_${stamp}`)}
        value={at}
        onChange={setAt}
        problem={form.problemOf('at')}
      />
      <TextAreaField
        {...form.field('reason')}
        label={t('correctReason')}
        description={t('correctReasonHint')}
        value={reason}
        onChange={setReason}
        rows={2}
        autoFocus
      />
    </FormDialog>
  );
};
