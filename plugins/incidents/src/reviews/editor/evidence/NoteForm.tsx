import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { useState } from 'react';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { InlineForm } from '../InlineForm';
import { useReviewForm } from '../useReviewForm';
import type { ReviewEntry } from './pickedEvents';
import classes from './TimelinePicker.module.css';

/** What an entry of the timeline meant, in the words of the review. */
export const NoteForm = (props: {
  incident: { id: string; number: string };
  entry: ReviewEntry;
  onClose: () => void;
}) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { entry, onClose } = props;
  const [note, setNote] = useState(entry.note ?? '');
  const form = useReviewForm(props.incident, onClose);
  const submit = () => {
    form.submit({
      type: 'annotate-entry',
      sequence: entry.sequence,
      note: note.trim(),
    });
  };
  return (
    <InlineForm
      className={classes.form}
      submit={t('save')}
      isPending={form.isPending}
      problem={form.problemBeside(['note'])}
      onSubmit={submit}
      onCancel={onClose}
    >
      <TextAreaField
        {...form.field('note')}
        aria-label={t('note')}
        placeholder={t('notePlaceholder')}
        rows={2}
        value={note}
        onChange={setNote}
        autoFocus
      />
    </InlineForm>
  );
};
