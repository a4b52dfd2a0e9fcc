import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsSetupTranslationRef } from '../translations/setup';
import { CodeBlock, CopyButton } from './CodeBlock';
import { firstAlert, receiverConfig } from './recipes';
import { SetupCard } from './SetupCard';
import classes from './table.module.css';

/** What Alertmanager has to know, and a first alert without it. */
export const ConnectCard = (props: { intakeUrl: string }) => {
  const { t } = useTranslationRef(incidentsSetupTranslationRef);
  const receiver = receiverConfig(props.intakeUrl);
  const curl = firstAlert(props.intakeUrl);
  return (
    <>
      <SetupCard
        title={t('connect')}
        action={<CopyButton label={t('connect')} code={receiver} />}
      >
        <CodeBlock label={t('connect')} code={receiver} />
        <p className={classes.note}>
          {t('connectHint', {
            key: <code>backend.auth.externalAccess</code>,
          })}
        </p>
      </SetupCard>
      <SetupCard
        title={t('tryIt')}
        action={<CopyButton label={t('tryIt')} code={curl} />}
      >
        <CodeBlock label={t('tryIt')} code={curl} />
        <p className={classes.note}>
          {t('tryItHint', {
            token: <code>$TOKEN</code>,
            key: <code>backend.auth.externalAccess</code>,
            entity: <code>my-service</code>,
          })}
        </p>
      </SetupCard>
    </>
  );
};
