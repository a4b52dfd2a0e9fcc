import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import type { ReactNode } from 'react';
import { Instant } from '../../elements/Instant';
import { PersonName } from '../../elements/names';
import { PriorityChip } from '../../elements/PriorityMark';
import { IncidentLink } from '../../incident/IncidentLink';
import { incidentsReviewsTranslationRef } from '../../translations/reviews';
import { DraftDue } from '../DraftDue';
import { ReviewMark } from '../ReviewMark';
import { draftDueOf } from '../standing';
import { HeadActions } from './HeadActions';
import classes from './ReviewHead.module.css';

/** What is looked back on, how far that has come, who writes it and until when. */
export const ReviewHead = (props: { review: ReviewAnswer }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { review } = props;
  const { incident, status, owner, meeting } = review;
  const due = draftDueOf(review);
  return (
    <header className={classes.header}>
      <div className={classes.first}>
        <PriorityChip priority={incident.priority} />
        <h2 className={classes.title} title={incident.title}>
          {t('reviewOf', { title: incident.title })}
        </h2>
        <div className={classes.actions}>
          <HeadActions review={review} />
        </div>
      </div>
      <div className={classes.second}>
        <ReviewMark status={status} />
        <IncidentLink number={incident.number} />
        {owner ? <PersonName person={owner} /> : <span>{t('noOwner')}</span>}
        {due && (
          <span>
            {t('due')} <DraftDue at={due} />
          </span>
        )}
        {meeting && (
          <span>
            {t('meeting')} <Instant at={meeting.at} />
          </span>
        )}
        <LastVerdict review={review} />
      </div>
    </header>
  );
};

/** What somebody has decided of it, and why. */
const LastVerdict = (props: { review: ReviewAnswer }): ReactNode => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { status, approved, waived, sentBack } = props.review;
  if (status === 'approved' && approved) {
    return <span>{t('approvedBy', { name: approved.by.title })}</span>;
  }
  if (status === 'waived' && waived) {
    const { by, reason } = waived;
    return <span>{t('waivedBy', { name: by.title, reason })}</span>;
  }
  if (status === 'draft' && sentBack) {
    const { by, reason } = sentBack;
    return (
      <span className={classes.sentBack}>
        {t('sentBackBy', { name: by.title, reason })}
      </span>
    );
  }
  return null;
};
