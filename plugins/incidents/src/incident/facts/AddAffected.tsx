import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { EntityPicker, useCommandForm } from '../../commands';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import classes from './Facts.module.css';

/** Names one more entity that may be affected. */
export const AddAffected = (props: {
  incident: IncidentDetail;
  onDone: () => void;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { incident, onDone } = props;
  const form = useCommandForm({ incidents: [incident], onClose: onDone });
  const [entityRef, setEntityRef] = useState<string | null>(null);
  return (
    <form
      className={classes.add}
      onSubmit={event => {
        event.preventDefault();
        if (entityRef) {
          form.submit({ type: 'mark-affected', entityRef, level: 'suspected' });
        }
      }}
    >
      <EntityPicker
        {...form.field('entityRef')}
        label={t('addAffectedLabel')}
        value={entityRef}
        onChange={setEntityRef}
        autoFocus
      />
      {form.problemBeside(['entityRef']) && (
        <p role="alert" className={classes.problem}>
          {form.problemBeside(['entityRef'])}
        </p>
      )}
      <div className={classes.buttons}>
        <Button
          type="submit"
          size="small"
          variant="secondary"
          isPending={form.isPending}
          isDisabled={!entityRef}
        >
          {t('add')}
        </Button>
        <Button size="small" variant="tertiary" onPress={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
};
