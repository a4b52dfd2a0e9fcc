import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { IntegrationKey } from '@linchpin/backstage-plugin-incidents-common';
import { RiAddLine } from '@remixicon/react';
import { useState } from 'react';
import { useIntegrationKeys } from '../api/queries';
import { FailedPart, RowSkeleton } from '../elements/states';
import { MoreRows } from '../lists/MoreRows';
import { Nothing, SetupCard } from '../setup/SetupCard';
import tableClasses from '../setup/table.module.css';
import { incidentsKeysTranslationRef } from '../translations/keys';
import { KeyRow } from './KeyRow';
import classes from './KeysCard.module.css';
import { NewKeyDialog } from './NewKeyDialog';
import { RevokeKeyDialog } from './RevokeKeyDialog';

/** The keys that whoever looks may revoke, and the way to a new one. */
export const KeysCard = () => {
  const { t } = useTranslationRef(incidentsKeysTranslationRef);
  const keys = useIntegrationKeys();
  const [isMaking, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<IntegrationKey>();
  const [first] = keys.data?.pages ?? [];
  const items = keys.data?.pages.flatMap(page => page.items) ?? [];
  return (
    <SetupCard
      title={t('title')}
      count={items.filter(key => !key.revoked).length}
      action={
        first && (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiAddLine />}
            onPress={() => setMaking(true)}
          >
            {t('create')}
          </Button>
        )
      }
    >
      {keys.error && !first && (
        <FailedPart error={keys.error} onRetry={keys.refetch} />
      )}
      {keys.isPending && <RowSkeleton rows={2} />}
      {first && items.length === 0 && <Nothing>{t('empty')}</Nothing>}
      {items.length > 0 && (
        <ul className={classes.list}>
          {items.map(key => (
            <KeyRow key={key.id} integrationKey={key} onRevoke={setRevoking} />
          ))}
        </ul>
      )}
      <MoreRows
        hasMore={keys.hasNextPage}
        isPending={keys.isFetchingNextPage}
        onMore={() => keys.fetchNextPage()}
      />
      <p className={tableClasses.note}>{t('hint')}</p>
      {isMaking && first && (
        <NewKeyDialog offer={first} onClose={() => setMaking(false)} />
      )}
      {revoking && (
        <RevokeKeyDialog
          integrationKey={revoking}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </SetupCard>
  );
};
