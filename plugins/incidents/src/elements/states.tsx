import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Skeleton } from '@backstage/ui';
import { RiLockLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { isForbidden, reasonOf } from '../api/errors';
import { incidentsWordsTranslationRef } from '../translations/words';
import classes from './states.module.css';

/** What stands where nothing is: in words, with what can be done about it. */
export const EmptyState = (props: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) => (
  <div className={classes.empty}>
    {props.icon && (
      <span className={classes.icon} aria-hidden="true">
        {props.icon}
      </span>
    )}
    <p className={classes.title}>{props.title}</p>
    {props.children && <p className={classes.text}>{props.children}</p>}
    {props.action}
  </div>
);

/** A part that failed: says so in its own place, leaves the rest alone and offers to try again. */
export const FailedPart = (props: { error: unknown; onRetry: () => void }) => {
  const { t } = useTranslationRef(incidentsWordsTranslationRef);
  if (isForbidden(props.error)) {
    return <EmptyState icon={<RiLockLine />} title={t('forbidden')} />;
  }
  return (
    <Alert
      status="danger"
      icon
      title={t('failed')}
      description={reasonOf(props.error)}
      customActions={
        <Button size="small" variant="secondary" onPress={props.onRetry}>
          {t('tryAgain')}
        </Button>
      }
    />
  );
};

/** Rows to come, in the shape of two-line rows. */
export const RowSkeleton = (props: { rows: number }) => {
  const { t } = useTranslationRef(incidentsWordsTranslationRef);
  return (
    <div role="status" aria-label={t('loading')} className={classes.rows}>
      {Array.from({ length: props.rows }, (_, row) => (
        <div key={row} className={classes.row}>
          <Skeleton width={32} height={16} />
          <div className={classes.lines}>
            <Skeleton width={`${62 - ((row * 17) % 30)}%`} height={16} />
            <Skeleton width={`${44 - ((row * 11) % 20)}%`} height={12} />
          </div>
        </div>
      ))}
    </div>
  );
};
