import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  type IncidentDetail,
  isLive,
} from '@linchpin/backstage-plugin-incidents-common';
import { PersonName } from '../../elements/names';
import { useIncidentsPaths } from '../../navigation/navigation';
import { DraftDue } from '../../reviews/DraftDue';
import { ReviewMark } from '../../reviews/ReviewMark';
import { draftDueOf } from '../../reviews/standing';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { incidentsReviewsTranslationRef } from '../../translations/reviews';
import { SideCard } from '../layout/SideCard';
import classes from './ReviewCard.module.css';

/** Where the review of what is over stands, who writes it and until when. */
export const ReviewCard = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { t: words } = useTranslationRef(incidentsIncidentTranslationRef);
  const paths = useIncidentsPaths();
  const { incident } = props;
  const { review } = incident;
  const due = draftDueOf(review);
  if (isLive(incident.status)) {
    return null;
  }
  return (
    <SideCard
      title={words('review')}
      aside={<ReviewMark status={review.status} />}
    >
      <div className={classes.lines}>
        {review.owner && <PersonName person={review.owner} />}
        {due && (
          <span>
            {t('due')} <DraftDue at={due} />
          </span>
        )}
        <Link
          href={paths.review(incident.number)}
          standalone
          className={classes.open}
        >
          {t('openReview')}
        </Link>
      </div>
    </SideCard>
  );
};
