import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { FormDialog, useCommandForm } from '../../commands';
import { incidentsIncidentTranslationRef } from '../../translations/incident';

/** Says better what is wrong. The old title stays on the timeline. */
export const RenameDialog = (props: {
  incident: IncidentDetail;
  onClose: () => void;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { incident, onClose } = props;
  const form = useCommandForm({ incidents: [incident], onClose });
  const [title, setTitle] = useState(incident.title);
  return (
    <FormDialog
      title={t('renameTitle', { number: incident.number })}
      submit={t('rename')}
      isPending={form.isPending}
      problem={form.problemBeside(['title'])}
      onClose={onClose}
      onSubmit={() => form.submitSeen({ type: 'rename', title: title.trim() })}
    >
      <TextField
        {...form.field('title')}
        label={t('titleField')}
        value={title}
        onChange={setTitle}
        autoFocus
      />
    </FormDialog>
  );
};
