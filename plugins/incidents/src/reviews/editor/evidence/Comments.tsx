import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import { Markdown } from '../../../elements/Markdown';
import { useNow } from '../../../elements/now';
import { EmptyState } from '../../../elements/states';
import { useInstantFormat } from '../../../elements/time';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { useReviewCommands } from '../../useReviewCommands';
import { CommentForm } from './CommentForm';
import classes from './Comments.module.css';
import { SectionName } from './SectionName';

type Comment = ReviewAnswer['comments'][number];

/** What is said about the review, what is still open first. */
export const Comments = (props: { review: ReviewAnswer }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { review } = props;
  const { comments, viewer } = review;
  const open = comments.filter(({ settled }) => !settled);
  const settled = comments.filter(comment => comment.settled);
  return (
    <div className={classes.comments}>
      {viewer.commands.includes('comment') && <CommentForm review={review} />}
      {comments.length === 0 ? (
        <EmptyState title={t('noComments')}>{t('noCommentsHint')}</EmptyState>
      ) : (
        <ol className={classes.list}>
          {[...open, ...settled].map(comment => (
            <CommentLine key={comment.id} review={review} comment={comment} />
          ))}
        </ol>
      )}
    </div>
  );
};

const CommentLine = (props: { review: ReviewAnswer; comment: Comment }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { review, comment } = props;
  const { perform } = useReviewCommands(review.incident);
  const section = review.sections.find(({ id }) => id === comment.section);
  return (
    <li data-settled={comment.settled !== null || undefined}>
      <p className={classes.by}>
        <b>{comment.by.title}</b>
        <span>{format.short(comment.at, now)}</span>
        {section && (
          <span>
            <SectionName section={section} />
          </span>
        )}
      </p>
      {comment.quote && <blockquote>{comment.quote}</blockquote>}
      <Markdown text={comment.text} />
      {comment.settled && (
        <p className={classes.by}>
          {t('settledBy', { name: comment.settled.by.title })}
        </p>
      )}
      {!comment.settled &&
        review.viewer.commands.includes('settle-comment') && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => perform({ type: 'settle-comment', id: comment.id })}
          >
            {t('settle-comment')}
          </Button>
        )}
    </li>
  );
};
