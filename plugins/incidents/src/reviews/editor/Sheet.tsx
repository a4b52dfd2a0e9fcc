import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box } from '@backstage/ui';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import type { ActionOccasion } from '../../actions';
import { EmptyState } from '../../elements/states';
import { incidentsReviewsTranslationRef } from '../../translations/reviews';
import { isBegun } from '../standing';
import { useReviewCommands } from '../useReviewCommands';
import { ActionsPart } from './work/ActionsPart';
import { FactorsPart } from './work/FactorsPart';
import { Gate } from './work/Gate';
import { MeetingPart } from './work/MeetingPart';
import { SectionPart } from './writing/SectionPart';
import classes from './writing/Writing.module.css';

/** What is written: the sections of the template, and what follows from them. */
export const Sheet = (props: {
  review: ReviewAnswer;
  /** Makes an action item, of what is said or of what contributed. */
  onAct: (from: Omit<ActionOccasion, 'incident'>) => void;
  onComment: (section: string, quote: string | undefined) => void;
}) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { review, onAct, onComment } = props;
  const { incident, sections, status, viewer } = review;
  const { send } = useReviewCommands(incident);
  if (!isBegun(status)) {
    return (
      <Box as="section" bg="neutral" className={classes.sheet}>
        <EmptyState title={t('notBegun')}>
          {t(review.required ? 'notBegunNeeded' : 'notBegunOffered')}
        </EmptyState>
      </Box>
    );
  }
  return (
    <Box
      as="section"
      bg="neutral"
      className={classes.sheet}
      aria-label={t('review')}
    >
      <Gate review={review} />
      {sections.map(section => (
        <SectionPart
          key={section.id}
          incident={incident}
          section={section}
          mayWrite={viewer.commands.includes('write-section')}
          send={send}
          onAct={quote => onAct({ quote })}
          onComment={quote => onComment(section.id, quote)}
        />
      ))}
      <FactorsPart
        review={review}
        onAct={({ tag, text }) => onAct({ quote: text, factor: tag })}
      />
      <ActionsPart review={review} onAct={() => onAct({})} />
      <MeetingPart review={review} />
    </Box>
  );
};
