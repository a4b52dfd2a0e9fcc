import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsTranslationRef } from '../translations/incidents';
import { CodeBlock, CopyButton } from './CodeBlock';
import { firstAlert, receiverConfig } from './recipes';
import { SetupCard } from './SetupCard';
import classes from './table.module.css';

/** What Alertmanager has to know, and a first alert without it. */
export const ConnectCard = (props: { intakeUrl: string }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const receiver = receiverConfig(props.intakeUrl);
  const curl = firstAlert(props.intakeUrl);
  return (
    <>
      <SetupCard
        title={t('setup.connect')}
        action={<CopyButton label={t('setup.connect')} code={receiver} />}
      >
        <CodeBlock label={t('setup.connect')} code={receiver} />
        <p className={classes.note}>
          {t('setup.connectHint', {
            key: <code>backend.auth.externalAccess</code>,
          })}
        </p>
      </SetupCard>
      <SetupCard
        title={t('setup.tryIt')}
        action={<CopyButton label={t('setup.tryIt')} code={curl} />}
      >
        <CodeBlock label={t('setup.tryIt')} code={curl} />
        <p className={classes.note}>
          {t('setup.tryItHint', { entity: <code>my-service</code> })}
        </p>
      </SetupCard>
    </>
  );
};
