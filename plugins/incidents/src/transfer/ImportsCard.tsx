import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiUpload2Line } from '@remixicon/react';
import { useState } from 'react';
import { useImports } from '../api/queries';
import { FailedPart, RowSkeleton } from '../elements/states';
import { Nothing, SetupCard } from '../setup/SetupCard';
import tableClasses from '../setup/table.module.css';
import { incidentsTransferTranslationRef } from '../translations/transfer';
import { ImportRow } from './ImportRow';
import classes from './ImportsCard.module.css';
import { PlanDialog } from './PlanDialog';
import { SendFileDialog } from './SendFileDialog';

/** What was imported from other systems, how far it has come, and the way to more. */
export const ImportsCard = () => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const { data, error, isPending, refetch } = useImports();
  const [isSending, setSending] = useState(false);
  const [chosenId, setChosenId] = useState<string>();
  const chosen = data?.items.find(({ id }) => id === chosenId);
  return (
    <SetupCard
      title={t('imports')}
      action={
        data?.mayManage && (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiUpload2Line />}
            onPress={() => setSending(true)}
          >
            {t('importNew')}
          </Button>
        )
      }
    >
      {error && !data && <FailedPart error={error} onRetry={refetch} />}
      {isPending && <RowSkeleton rows={1} />}
      {data?.items.length === 0 && <Nothing>{t('importsEmpty')}</Nothing>}
      {data && data.items.length > 0 && (
        <ul className={classes.list}>
          {data.items.map(each => (
            <ImportRow
              key={each.id}
              job={each}
              mayManage={data.mayManage}
              onSeePlan={() => setChosenId(each.id)}
            />
          ))}
        </ul>
      )}
      <p className={tableClasses.note}>{t('importsHint')}</p>
      {isSending && (
        <SendFileDialog
          onSent={({ id }) => {
            setSending(false);
            setChosenId(id);
          }}
          onClose={() => setSending(false)}
        />
      )}
      {chosen?.state === 'planned' && chosen.plan && (
        <PlanDialog
          job={chosen}
          plan={chosen.plan}
          onClose={() => setChosenId(undefined)}
        />
      )}
    </SetupCard>
  );
};
