import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { IntegrationKey } from '@linchpin/backstage-plugin-incidents-common';
import { RiForbidLine, RiKey2Line } from '@remixicon/react';
import { Ago, Instant } from '../elements/Instant';
import { EntityName } from '../elements/names';
import { incidentsKeysTranslationRef } from '../translations/keys';
import classes from './KeyRow.module.css';

/** What a key is for and whether it is in use; of a revoked one who did it and when. */
export const KeyRow = (props: {
  integrationKey: IntegrationKey;
  onRevoke: (key: IntegrationKey) => void;
}) => {
  const { t } = useTranslationRef(incidentsKeysTranslationRef);
  const { integrationKey: key, onRevoke } = props;
  const Icon = key.revoked ? RiForbidLine : RiKey2Line;
  return (
    <li className={key.revoked ? classes.revoked : classes.key}>
      <Icon size={16} aria-hidden="true" />
      <span className={classes.what}>
        <strong className={classes.name}>{key.name}</strong>{' '}
        {t('for', { entity: <EntityName entity={key.for} /> })}
      </span>
      <span className={classes.about}>
        {key.source.title} ·{' '}
        {key.revoked ? (
          <>
            {t('revoked', { name: key.revoked.by.title })},{' '}
            <Instant at={key.revoked.at} />
          </>
        ) : (
          <LastUsed at={key.lastUsedAt} />
        )}{' '}
        · {t('made', { name: key.createdBy.title })},{' '}
        <Instant at={key.createdAt} />
      </span>
      {!key.revoked && (
        <Button
          size="small"
          variant="tertiary"
          className={classes.action}
          aria-label={t('revokeOf', { name: key.name })}
          onPress={() => onRevoke(key)}
        >
          {t('revoke')}
        </Button>
      )}
    </li>
  );
};

const LastUsed = (props: { at: string | null }) => {
  const { t } = useTranslationRef(incidentsKeysTranslationRef);
  return (
    <>
      {props.at
        ? t('lastUsed', { ago: <Ago at={props.at} /> })
        : t('neverUsed')}
    </>
  );
};
