import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IntegrationKey } from '@linchpin/backstage-plugin-incidents-common';
import { useRevokeKey } from '../api/mutations';
import { FormDialog } from '../commands';
import { useRefusal } from '../commands/useRefusal';
import { Ago } from '../elements/Instant';
import { incidentsKeysTranslationRef } from '../translations/keys';
import classes from './RevokeKeyDialog.module.css';

/** What revoking means, before it is done: it cannot be undone. */
export const RevokeKeyDialog = (props: {
  integrationKey: IntegrationKey;
  onClose: () => void;
}) => {
  const { t } = useTranslationRef(incidentsKeysTranslationRef);
  const { integrationKey: key, onClose } = props;
  const revoke = useRevokeKey();
  const refusal = useRefusal();
  const submit = () => {
    refusal.forget();
    revoke.mutate(key.id, { onSuccess: onClose, onError: refusal.learn });
  };
  return (
    <FormDialog
      title={t('revokeTitle', { name: key.name })}
      submit={t('revoke')}
      isDestructive
      isPending={revoke.isPending}
      problem={refusal.problemBeside([])}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={classes.text}>{t('revokeText')}</p>
      <p className={classes.text}>
        {key.lastUsedAt
          ? t('revokeUsed', { ago: <Ago at={key.lastUsedAt} /> })
          : t('revokeUnused')}
      </p>
    </FormDialog>
  );
};
