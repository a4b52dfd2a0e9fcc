import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, CheckboxGroup, TextField } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { useIncident } from '../api/queries';
import { useNow } from '../elements/now';
import { FailedPart, RowSkeleton } from '../elements/states';
import { useInstantFormat } from '../elements/time';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import type { CommandDialogProps } from './dialogProps';
import { FormDialog } from './FormDialog';
import classes from './MoveOutDialog.module.css';
import { useCommandForm } from './useCommandForm';
import { useTyped } from './useTyped';

/** Some of its alerts tell another story: which, and what that one is called. */
export const MoveOutDialog = (props: CommandDialogProps) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const [incident] = props.incidents;
  const { data, error, refetch } = useIncident(incident.number);
  const { typed, change, forget } = useTyped('move-out', props.incidents, {
    title: '',
  });
  const form = useCommandForm({ ...props, onSent: forget });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { title } = typed;
  const alerts = data?.alerts ?? [];
  const picked = alerts.filter(alert => chosen.includes(alert.id));

  const submit = () => {
    if (picked.length === 0) {
      form.refuse('alerts', t('chooseAlerts'));
      return;
    }
    if (picked.length === data?.alertCount && !data.reporterRef) {
      form.refuse('alerts', t('leaveOne'));
      return;
    }
    form.submit({
      type: 'move-out',
      alerts: picked.map(alert => alert.id),
      title: title.trim() || undefined,
    });
  };

  return (
    <FormDialog
      title={t('moveOutTitle', { subject: incident.number })}
      submit={t('moveOutSubmit')}
      isPending={form.isPending}
      problem={form.problemBeside(['alerts', 'title'])}
      onSubmit={submit}
      onClose={props.onClose}
    >
      {error && !data && <FailedPart error={error} onRetry={refetch} />}
      {!data && !error && <RowSkeleton rows={3} />}
      {data && (
        <CheckboxGroup
          {...form.field('alerts')}
          label={t('moveOutWhich')}
          description={t('moveOutHint')}
          value={[...chosen]}
          onChange={setChosen}
        >
          {alerts.map(alert => (
            <Checkbox key={alert.id} value={alert.id}>
              <AlertWords alert={alert} />
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
      <TextField
        {...form.field('title')}
        label={t('moveOutName')}
        secondaryLabel={t('optional')}
        placeholder={picked[0]?.title}
        value={title}
        onChange={text => change({ title: text })}
      />
    </FormDialog>
  );
};

const AlertWords = (props: { alert: IncidentDetail['alerts'][number] }) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { alert } = props;
  return (
    <>
      {alert.title}{' '}
      <span className={classes.when}>
        {alert.endedAt && !alert.firing
          ? t('alertEnded', { time: format.short(alert.endedAt, now) })
          : t('alertFires', { time: format.short(alert.since, now) })}
      </span>
    </>
  );
};
