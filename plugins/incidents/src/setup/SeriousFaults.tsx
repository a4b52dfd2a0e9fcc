import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { Setup } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../translations/incidents';
import classes from './SeriousFaults.module.css';

/** What must not be overlooked: nobody is told, nothing is routed, nothing is kept. */
export const SeriousFaults = (props: { setup: Setup }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { delivery, catalog, database } = props.setup.checks;
  return (
    <div className={classes.faults}>
      {!delivery.notifications && (
        <Alert
          status="danger"
          icon
          title={t('setup.nobodyTold')}
          description={t('setup.nobodyToldHint')}
        />
      )}
      {catalog.error !== null && (
        <Alert
          status="warning"
          icon
          title={t('setup.catalogFailed')}
          description={t('setup.catalogFailedHint', { error: catalog.error })}
        />
      )}
      {!database.durable && (
        <Alert
          status="warning"
          icon
          title={t('setup.notDurable')}
          description={t('setup.notDurableHint')}
        />
      )}
    </div>
  );
};
