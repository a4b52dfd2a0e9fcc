import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { isLive } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { useIncident } from '../api/queries';
import { useNow } from '../elements/now';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import type { CommandDialogProps } from './dialogProps';
import { MomentField } from './fields/MomentField';
import { useUpdateMoments } from './fields/moments';
import { FormDialog } from './FormDialog';
import { useCommandForm } from './useCommandForm';
import { useTyped } from './useTyped';

const FIELDS = ['impact', 'action', 'workaround', 'nextUpdateAt'];

/** What others need to know, begun from what they were told last or first. */
export const PostUpdateDialog = (props: CommandDialogProps) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const [incident] = props.incidents;
  const { description } = useIncident(incident.number).data ?? {};
  const { lastUpdate } = incident;
  const { typed, change, forget } = useTyped('post-update', props.incidents, {
    impact: lastUpdate?.impact ?? description ?? '',
    action: lastUpdate?.action ?? '',
    workaround: incident.workaround ?? '',
  });
  const { impact, action, workaround } = typed;
  const form = useCommandForm({ ...props, onSent: forget });
  const [opened] = useState(useNow());
  const { presets, initial } = useUpdateMoments(incident.priority, opened);
  const [nextUpdateAt, setNextUpdateAt] = useState(
    presets.find(p => p.id === initial)?.at,
  );

  const submit = () => {
    if (!impact.trim()) {
      form.refuse('impact', t('sayImpact'));
    } else if (!action.trim()) {
      form.refuse('action', t('sayAction'));
    } else {
      form.submit({
        type: 'post-update',
        impact: impact.trim(),
        action: action.trim(),
        workaround: workaround.trim() || undefined,
        nextUpdateAt: isLive(incident.status) ? nextUpdateAt : undefined,
      });
    }
  };

  return (
    <FormDialog
      title={t('postUpdateTitle', { subject: incident.number })}
      submit={t('post-update')}
      isPending={form.isPending}
      problem={form.problemBeside(FIELDS)}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <TextAreaField
        {...form.field('impact')}
        label={t('whatIsAffected')}
        description={t('inPlainWords')}
        rows={2}
        value={impact}
        onChange={text => change({ impact: text })}
        autoFocus
      />
      <TextAreaField
        {...form.field('action')}
        label={t('whatWeDo')}
        rows={2}
        value={action}
        onChange={text => change({ action: text })}
      />
      <TextAreaField
        {...form.field('workaround')}
        label={t('workaround')}
        secondaryLabel={t('optional')}
        rows={2}
        value={workaround}
        onChange={text => change({ workaround: text })}
      />
      {isLive(incident.status) && (
        <MomentField
          label={t('nextUpdate')}
          presets={presets}
          initial={initial}
          value={nextUpdateAt}
          onChange={setNextUpdateAt}
          problem={form.problemOf('nextUpdateAt')}
        />
      )}
    </FormDialog>
  );
};
