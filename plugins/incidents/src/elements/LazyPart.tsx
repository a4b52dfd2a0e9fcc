import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, Skeleton } from '@backstage/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { incidentsWordsTranslationRef } from '../translations/words';
import classes from './LazyPart.module.css';
import { FailedPart } from './states';

/**
 * A part whose code is loaded when it is shown. Says so in its own place where that
 * fails, and tries again when asked, which `React.lazy` does not.
 */
export function LazyPart<Module>(props: {
  /** Unique among the parts. */
  name: string;
  load: () => Promise<Module>;
  children: (module: Module) => ReactNode;
}) {
  const { data, error, refetch } = useQuery({
    queryKey: ['incidents-part', props.name],
    queryFn: props.load,
    staleTime: Infinity,
    refetchInterval: false,
  });
  if (data) {
    return <>{props.children(data)}</>;
  }
  return (
    <Card className={classes.card}>
      {error ? <FailedPart error={error} onRetry={refetch} /> : <Waiting />}
    </Card>
  );
}

const Waiting = () => {
  const { t } = useTranslationRef(incidentsWordsTranslationRef);
  return (
    <div role="status" aria-label={t('loading')}>
      <Skeleton width={160} height={16} />
      <Skeleton width="100%" height={180} className={classes.body} />
    </div>
  );
};
