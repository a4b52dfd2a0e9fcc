import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { RowSkeleton } from '../elements/states';
import { incidentsWordsTranslationRef } from '../translations/words';
import classes from './IncidentPage.module.css';

/** An incident to come, in its shape. */
export const IncidentSkeleton = () => {
  const { t } = useTranslationRef(incidentsWordsTranslationRef);
  return (
    <div role="status" aria-label={t('loading')} className={classes.skeleton}>
      <Skeleton width="46%" height={28} />
      <Skeleton width="72%" height={20} />
      <Skeleton width="100%" height={82} />
      <div className={classes.skeletonRows}>
        <RowSkeleton rows={5} />
      </div>
    </div>
  );
};
