import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextAreaField } from '@backstage/ui';
import { type FormEvent, useState } from 'react';
import { Refused } from '../../../elements/Refused';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.submit({
      type: 'annotate-entry',
      sequence: entry.sequence,
      note: note.trim(),
    });
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextAreaField
        {...form.field('note')}
        aria-label={t('note')}
        placeholder={t('notePlaceholder')}
        rows={2}
        value={note}
        onChange={setNote}
        autoFocus
      />
      <Refused why={form.problemBeside(['note'])} />
      <div className={classes.end}>
        <Button size="small" variant="secondary" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button
          size="small"
          variant="primary"
          type="submit"
          isPending={form.isPending}
        >
          {t('save')}
        </Button>
      </div>
    </form>
  );
};
