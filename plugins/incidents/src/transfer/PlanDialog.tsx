import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type {
  Import,
  ImportPlan,
} from '@linchpin/backstage-plugin-incidents-common';
import { reasonOf } from '../api/errors';
import { useCancelImport, useStartImport } from '../api/mutations';
import { Refused } from '../elements/Refused';
import { useInstantFormat } from '../elements/time';
import { incidentsTransferTranslationRef } from '../translations/transfer';
import classes from './PlanDialog.module.css';
import { PlanProblems } from './PlanProblems';

/** What an import would do, for somebody to decide. */
export const PlanDialog = (props: {
  job: Import;
  plan: ImportPlan;
  onClose: () => void;
}) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const format = useInstantFormat();
  const { job, plan, onClose } = props;
  const start = useStartImport();
  const discard = useCancelImport();
  const problem = start.error ?? discard.error;
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={720}>
      <DialogHeader>{t('planTitle', { file: job.fileName })}</DialogHeader>
      <DialogBody>
        <div className={classes.plan}>
          <Refused why={problem ? reasonOf(problem) : undefined} />
          <dl className={classes.counts}>
            {(
              [
                ['toMake', plan.toMake],
                ['alreadyThere', plan.known],
                ['refused', plan.refused],
              ] as const
            ).map(([what, count]) => (
              <div key={what} className={classes.count}>
                <dt>{t(what)}</dt>
                <dd>{count}</dd>
              </div>
            ))}
          </dl>
          <p className={classes.note}>
            {t('rows', { count: job.rows })}
            {plan.from && plan.to && (
              <>
                {', '}
                {t('declared', {
                  from: format.date(plan.from),
                  to: format.date(plan.to),
                })}
              </>
            )}
          </p>
          {plan.toMake === 0 && (
            <p className={classes.note}>{t('planNothing')}</p>
          )}
          <PlanProblems plan={plan} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="secondary"
          isPending={discard.isPending}
          onPress={() => discard.mutate(job.id, { onSuccess: onClose })}
        >
          {t('discard')}
        </Button>
        {plan.toMake > 0 && (
          <Button
            variant="primary"
            isPending={start.isPending}
            onPress={() => start.mutate(job.id, { onSuccess: onClose })}
          >
            {t('planMake', { count: plan.toMake })}
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
};
