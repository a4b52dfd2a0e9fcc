import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { Setup } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsSetupTranslationRef } from '../translations/setup';
import classes from './SeriousFaults.module.css';

/** What must not be overlooked: nobody is told, nothing is routed, nothing is kept. */
export const SeriousFaults = (props: { setup: Setup }) => {
  const { t } = useTranslationRef(incidentsSetupTranslationRef);
  const { delivery, catalog, database } = props.setup.checks;
  return (
    <div className={classes.faults}>
      {!delivery.notifications && (
        <Alert
          status="danger"
          icon
          title={t('nobodyTold')}
          description={t('nobodyToldHint')}
        />
      )}
      {catalog.error !== null && (
        <Alert
          status="warning"
          icon
          title={t('catalogFailed')}
          description={t('catalogFailedHint', { error: catalog.error })}
        />
      )}
      {!database.durable && (
        <Alert
          status="warning"
          icon
          title={t('notDurable')}
          description={t('notDurableHint')}
        />
      )}
    </div>
  );
};
