import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReviewLine } from '@linchpin/backstage-plugin-incidents-common';
import { StatusShape } from '../elements/StatusMark';
import { incidentsReviewsTranslationRef } from '../translations/reviews';
import classes from './ReviewMark.module.css';

type ReviewStatus = ReviewLine['status'];

/** The ring of the incident's own status that is as full. */
const SHAPES = {
  'not-needed': 'dismissed',
  needed: 'triage',
  draft: 'fixing',
  'in-review': 'monitoring',
  approved: 'resolved',
  waived: 'dismissed',
} as const satisfies Record<ReviewStatus, string>;

/** Where a review stands: a ring that fills, and the word. */
export const ReviewMark = (props: { status: ReviewStatus }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  return (
    <span className={classes.mark} data-status={props.status}>
      <StatusShape status={SHAPES[props.status]} />
      <span>{t(`status_${props.status}`)}</span>
    </span>
  );
};
