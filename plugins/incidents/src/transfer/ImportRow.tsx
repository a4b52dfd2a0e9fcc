import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { Import } from '@linchpin/backstage-plugin-incidents-common';
import { reasonOf } from '../api/errors';
import { useCancelImport } from '../api/mutations';
import { Ago } from '../elements/Instant';
import { incidentsTransferTranslationRef } from '../translations/transfer';
import classes from './ImportRow.module.css';

/** What a file is of, who sent it, and what has become of it. */
export const ImportRow = (props: {
  job: Import;
  mayManage: boolean;
  onSeePlan: () => void;
}) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const { job, mayManage } = props;
  const cancel = useCancelImport();
  const named = { system: job.system, file: job.fileName };
  return (
    <li className={classes.job}>
      <span className={classes.what}>
        <strong>{job.system}</strong>, {job.fileName}
      </span>
      <span className={classes.about}>
        <State job={job} /> ·{' '}
        {t('importBy', {
          name: job.createdBy.title,
          ago: <Ago at={job.createdAt} />,
        })}
      </span>
      {mayManage && job.state === 'planned' && (
        <Button
          size="small"
          variant="tertiary"
          className={classes.action}
          aria-label={t('seePlanOf', named)}
          onPress={props.onSeePlan}
        >
          {t('seePlan')}
        </Button>
      )}
      {mayManage && ['planning', 'importing'].includes(job.state) && (
        <Button
          size="small"
          variant="tertiary"
          className={classes.action}
          aria-label={t('cancelOf', named)}
          isPending={cancel.isPending}
          onPress={() => cancel.mutate(job.id)}
        >
          {t('cancel')}
        </Button>
      )}
      {job.state === 'importing' && <Progress job={job} />}
      {job.error && job.state !== 'failed' && (
        <span className={classes.problem}>
          {t('standsStill', { error: job.error })}
        </span>
      )}
      {cancel.error && (
        <span role="alert" className={classes.problem}>
          {reasonOf(cancel.error)}
        </span>
      )}
    </li>
  );
};

const State = (props: { job: Import }) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const { state, made, known, refused, plan, error } = props.job;
  return (
    <>
      {t(`state_${state}`, {
        made: String(made),
        known: String(known),
        refused: String(refused),
        done: String(made + known + refused),
        all: String(plan?.incidents ?? 0),
        error: error ?? '',
      })}
    </>
  );
};

const Progress = (props: { job: Import }) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const { system, made, known, refused, plan } = props.job;
  return (
    <progress
      className={classes.progress}
      aria-label={t('progressOf', { system })}
      max={plan?.incidents}
      value={made + known + refused}
    />
  );
};
