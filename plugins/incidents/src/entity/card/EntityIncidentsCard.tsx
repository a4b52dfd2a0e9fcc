import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card } from '@backstage/ui';
import { IncidentsSurface } from '../../api/IncidentsSurface';
import { useEntityCard } from '../../api/queries';
import { incidentsCardTranslationRef } from '../../translations/card';
import { AlwaysTrue } from './AlwaysTrue';
import { CardFailed } from './CardFailed';
import { CardHead } from './CardHead';
import { CardSkeleton } from './CardSkeleton';
import { RightNow } from './RightNow';
import classes from './EntityIncidentsCard.module.css';

/**
 * In at most eight lines: is this service or something it depends on in
 * trouble, who has it, when is the next news, what can be done meanwhile; then
 * what is always true of it.
 */
export const EntityIncidentsCard = () => (
  <IncidentsSurface>
    <CardOfEntity />
  </IncidentsSurface>
);

const CardOfEntity = () => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  const { entity } = useEntity();
  const title = entity.metadata.title ?? entity.metadata.name;
  return (
    <Card
      role="region"
      aria-label={t('label', { entity: title })}
      className={classes.card}
    >
      <Lines entityRef={stringifyEntityRef(entity)} />
    </Card>
  );
};

const Lines = (props: { entityRef: string }) => {
  const { data, error, refetch } = useEntityCard(props.entityRef);
  if (data) {
    return (
      <>
        <CardHead entityRef={props.entityRef} card={data} />
        <RightNow card={data} />
        <AlwaysTrue card={data} />
      </>
    );
  }
  return error ? (
    <CardFailed error={error} onRetry={() => refetch()} />
  ) : (
    <CardSkeleton />
  );
};
