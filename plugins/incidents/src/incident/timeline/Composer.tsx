import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { type KeyboardEvent, type RefObject, useId } from 'react';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import classes from './Composer.module.css';
import type { useNotes } from './useNotes';

/** Where a note is written; stays at the lower edge of the screen. */
export const Composer = (props: {
  notes: ReturnType<typeof useNotes>;
  field: RefObject<HTMLTextAreaElement>;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { draft, setDraft, add, failure } = props.notes;
  const hintId = useId();
  const isEmpty = draft.trim() === '';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      add();
    }
  };
  return (
    <form
      className={classes.composer}
      onSubmit={event => {
        event.preventDefault();
        add();
      }}
    >
      {failure && (
        <p role="alert" className={classes.failure}>
          {t('noteFailed', { reason: failure })}
        </p>
      )}
      <div className={classes.field} data-filled={!isEmpty || undefined}>
        <textarea
          ref={props.field}
          rows={1}
          value={draft}
          placeholder={t('writeNote')}
          aria-label={t('note')}
          aria-describedby={hintId}
          onChange={event => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <span id={hintId} className={classes.hint}>
          {t('noteKeys', { keys: sendKeys() })}
        </span>
        <Button
          type="submit"
          size="small"
          variant="secondary"
          isDisabled={isEmpty}
        >
          {t('addNote')}
        </Button>
      </div>
    </form>
  );
};

function sendKeys(): string {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ Enter' : 'Ctrl Enter';
}
