import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Tag, TagGroup, TextAreaField } from '@backstage/ui';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import { useDraft } from '../../../elements/useDraft';
import { useAddressQuery } from '../../../navigation/navigation';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { InlineForm } from '../InlineForm';
import { useReviewForm } from '../useReviewForm';
import { SectionName } from './SectionName';

/** Says something about the review, about a section of it, or about words of one. */
export const CommentForm = (props: { review: ReviewAnswer }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const address = useAddressQuery();
  const { incident, sections } = props.review;
  const section = sections.find(({ id }) => id === address.get('about'));
  const quote = section && address.get('quote');
  const [text, setText] = useDraft(`review.${incident.id}.comment`);
  const leavePlace = () =>
    address.change({ about: undefined, quote: undefined });
  const form = useReviewForm(incident, () => {
    setText('');
    leavePlace();
  });
  const submit = () => {
    if (text.trim()) {
      form.submit({
        type: 'comment',
        section: section?.id,
        quote,
        text: text.trim(),
      });
    } else {
      form.refuse('text', t('sayComment'));
    }
  };
  return (
    <InlineForm
      submit={t('comment')}
      isPending={form.isPending}
      problem={form.problemBeside(['text'])}
      onSubmit={submit}
    >
      {section && (
        <TagGroup aria-label={t('about')} onRemove={leavePlace}>
          <Tag id="section">
            <SectionName section={section} />
          </Tag>
        </TagGroup>
      )}
      {quote && <blockquote>{quote}</blockquote>}
      <TextAreaField
        key={section?.id}
        {...form.field('text')}
        aria-label={t('comment')}
        placeholder={t('commentPlaceholder')}
        rows={2}
        value={text}
        onChange={setText}
        autoFocus={section !== undefined}
      />
    </InlineForm>
  );
};
