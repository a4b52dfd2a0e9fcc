import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import { useIncident } from '../api/queries';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import classes from './AssignEntityDialog.module.css';
import type { CommandDialogProps } from './dialogProps';
import { EntityPicker } from './fields/pickers';
import { FormDialog } from './FormDialog';
import { useSubject } from './subject';
import { useCommandForm } from './useCommandForm';

/** What it is about: a likely entity in one click, else any of the catalog. */
export const AssignEntityDialog = (props: CommandDialogProps) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const subject = useSubject(props.incidents);
  const [incident] = props.incidents;
  const candidates = useIncident(incident.number).data?.candidates ?? [];
  const form = useCommandForm(props);
  const [entityRef, setEntityRef] = useState<string | null>(null);

  const submit = () => {
    if (!entityRef) {
      form.refuse('entityRef', t('chooseEntity'));
      return;
    }
    form.submit({ type: 'assign-entity', entityRef });
  };

  return (
    <FormDialog
      title={t('assignEntityTitle', { subject })}
      submit={t('assign-entity')}
      isPending={form.isPending}
      problem={form.problemBeside(['entityRef'])}
      onSubmit={submit}
      onClose={props.onClose}
    >
      {candidates.length > 0 && (
        <div className={classes.candidates}>
          <span className={classes.label}>{t('likely')}</span>
          {candidates.map(candidate => (
            <Button
              key={candidate.entityRef}
              variant="secondary"
              className={classes.candidate}
              isDisabled={form.isPending}
              onPress={() =>
                form.submit({
                  type: 'assign-entity',
                  entityRef: candidate.entityRef,
                })
              }
            >
              <span>{candidate.title}</span>
              <span className={classes.about}>
                {candidate.kind} · {candidate.ownerTitle ?? t('nobodyOwns')}
              </span>
            </Button>
          ))}
        </div>
      )}
      <EntityPicker
        {...form.field('entityRef')}
        label={t('entity')}
        description={t('entityHint')}
        placeholder={t('searchEntities')}
        value={entityRef}
        onChange={setEntityRef}
      />
    </FormDialog>
  );
};
