import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useIncidentsPaths, useNavigate } from '../navigation/navigation';
import { incidentsReviewsTranslationRef } from '../translations/reviews';
import { useReviewCommands } from './useReviewCommands';

/** Begins the review of an incident, or goes on with it. */
export const ReviewButton = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const paths = useIncidentsPaths();
  const navigate = useNavigate();
  const { incident } = props;
  const { perform, isPending } = useReviewCommands(incident);
  const path = paths.review(incident.number);
  const start = async () => {
    if (await perform({ type: 'start' })) {
      navigate(path);
    }
  };
  return incident.review.status === 'needed' ? (
    <Button variant="primary" isPending={isPending} onPress={start}>
      {t('start')}
    </Button>
  ) : (
    <ButtonLink variant="primary" href={path}>
      {t('goOn')}
    </ButtonLink>
  );
};
