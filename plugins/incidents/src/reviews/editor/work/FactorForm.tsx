import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  TextAreaField,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import { useDraftOf } from '../../../elements/useDraftOf';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { InlineForm } from '../InlineForm';
import { useReviewForm } from '../useReviewForm';
import classes from './Part.module.css';

/** So many of the tags in use are offered. */
const OFFERED = 8;

/** What contributed, with one of the tags in use or a new one. */
export const FactorForm = (props: {
  review: ReviewAnswer;
  factor?: ReviewAnswer['factors'][number];
  onClose: () => void;
}) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { review, factor } = props;
  const { draft, change, forget } = useDraftOf<{ words: string; text: string }>(
    `review.${review.incident.id}.factor.${factor?.id ?? 'new'}`,
    { words: factor?.tag ?? '', text: factor?.text ?? '' },
  );
  const close = () => {
    forget();
    props.onClose();
  };
  const form = useReviewForm(review.incident, close);
  const { words, text } = draft;
  const tag = tagOf(words);
  const submit = () => {
    if (!text.trim()) {
      form.refuse('text', t('sayFactor'));
    } else if (!tag) {
      form.refuse('tag', t('sayTag'));
    } else {
      const said = { tag, text: text.trim() };
      form.submit(
        factor
          ? { type: 'change-factor', id: factor.id, ...said }
          : { type: 'add-factor', ...said },
      );
    }
  };
  return (
    <InlineForm
      className={classes.form}
      submit={t(factor ? 'save' : 'add-factor')}
      isPending={form.isPending}
      problem={form.problemBeside(['tag', 'text'])}
      onSubmit={submit}
      onCancel={close}
    >
      <TextAreaField
        {...form.field('text')}
        label={t('factorText')}
        rows={2}
        value={text}
        onChange={next => change({ text: next })}
        autoFocus
      />
      <TextField
        {...form.field('tag')}
        label={t('tag')}
        description={t('tagHint')}
        value={words}
        onChange={next => change({ words: next })}
      />
      <ToggleButtonGroup
        aria-label={t('tagsInUse')}
        className={classes.tags}
        selectionMode="single"
        selectedKeys={[tag]}
        onSelectionChange={([key]) => change({ words: String(key ?? '') })}
      >
        {review.factorTags.slice(0, OFFERED).map(each => (
          <ToggleButton key={each} id={each}>
            {each}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </InlineForm>
  );
};

/** Words as a tag writes them: `Missing alert` becomes `missing-alert`. */
function tagOf(words: string): string {
  return words
    .trim()
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
}
