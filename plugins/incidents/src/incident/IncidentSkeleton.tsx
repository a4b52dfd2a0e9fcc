import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box, Skeleton } from '@backstage/ui';
import { RowSkeleton } from '../elements/states';
import { incidentsWordsTranslationRef } from '../translations/words';
import classes from './IncidentSkeleton.module.css';

/** An incident to come, in its shape. */
export const IncidentSkeleton = () => {
  const { t } = useTranslationRef(incidentsWordsTranslationRef);
  return (
    <div role="status" aria-label={t('loading')} className={classes.incident}>
      <Skeleton className={classes.onPage} width="46%" height={28} />
      <Skeleton className={classes.onPage} width="72%" height={20} />
      <Skeleton className={classes.onPage} width="100%" height={4} />
      <Box bg="neutral" className={classes.situation}>
        {[60, 75, 50].map(width => (
          <div key={width}>
            <Skeleton width="30%" height={12} />
            <Skeleton width={`${width}%`} height={20} />
          </div>
        ))}
      </Box>
      <Box bg="neutral" className={classes.rows}>
        <RowSkeleton rows={6} />
      </Box>
    </div>
  );
};
