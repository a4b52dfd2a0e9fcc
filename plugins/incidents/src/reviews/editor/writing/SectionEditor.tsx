import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  ReviewCommand,
  ReviewOutcome,
} from '@linchpin/backstage-plugin-incidents-common';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { Kbd } from '../../../elements/Kbd';
import { Markdown } from '../../../elements/Markdown';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { useSectionWords } from '../../words';
import { caretAfter } from './edits';
import { SaveState } from './SaveState';
import { type Section, useSectionText } from './useSectionText';
import { VersionsDialog } from './VersionsDialog';
import classes from './Writing.module.css';

/** Where a section is written, with what can be made of the words that are selected. */
export const SectionEditor = (props: {
  incident: { id: string; number: string };
  section: Section;
  send: (command: ReviewCommand) => Promise<ReviewOutcome>;
  /** Makes an action item of the words. */
  onAct: (quote: string) => void;
  /** Says something about the words, or about the whole section. */
  onComment: (quote: string | undefined) => void;
}) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { incident, section } = props;
  const { title, prompts } = useSectionWords(section);
  const text = useSectionText({
    incidentId: incident.id,
    section,
    send: props.send,
  });
  const field = useRef<HTMLTextAreaElement>(null);
  const [selected, setSelected] = useState('');
  const [isReading, setReading] = useState(false);
  const [isLookingBack, setLookingBack] = useState(false);
  useCaretKept(field, text.text);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.code === 'KeyT' && selected) {
      event.preventDefault();
      props.onAct(selected);
    }
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      text.save();
    }
  };
  const readSelection = () => {
    const { selectionStart, selectionEnd, value } = field.current!;
    setSelected(value.slice(selectionStart, selectionEnd).trim());
  };
  return (
    <>
      {isReading ? (
        <div
          id={`text-${section.id}`}
          className={classes.read}
          data-quotable=""
          tabIndex={-1}
        >
          <Markdown text={text.text} />
        </div>
      ) : (
        <textarea
          ref={field}
          id={`text-${section.id}`}
          className={classes.field}
          aria-label={title}
          aria-describedby={
            prompts.length > 0 ? `ask-${section.id}` : undefined
          }
          rows={3}
          value={text.text}
          onChange={event => text.type(event.target.value)}
          onBlur={text.save}
          onSelect={readSelection}
          onKeyDown={onKeyDown}
        />
      )}
      <div className={classes.below}>
        <SaveState section={section} text={text} />
        <div className={classes.tools}>
          <Button
            size="small"
            variant="tertiary"
            isDisabled={!selected || isReading}
            onPress={() => props.onAct(selected)}
          >
            {t('actFromSelection')} <Kbd>Alt+T</Kbd>
          </Button>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => props.onComment(selected || undefined)}
          >
            {t('comment')}
          </Button>
          {section.version > 0 && (
            <Button
              size="small"
              variant="tertiary"
              onPress={() => setLookingBack(true)}
            >
              {t('versions')}
            </Button>
          )}
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setReading(!isReading)}
          >
            {isReading ? t('write') : t('preview')}
          </Button>
        </div>
      </div>
      {isLookingBack && (
        <VersionsDialog
          number={incident.number}
          section={section}
          send={props.send}
          onClose={() => setLookingBack(false)}
        />
      )}
    </>
  );
};

/** Leaves the caret where it was when somebody else changes the text around it. */
function useCaretKept(
  field: React.RefObject<HTMLTextAreaElement>,
  text: string,
) {
  const shown = useRef({ text, caret: 0 });
  const element = field.current;
  const isTyped = element?.value === text;
  const caret = element?.selectionStart ?? 0;
  useLayoutEffect(() => {
    const before = shown.current.text;
    if (field.current && !isTyped && document.activeElement === field.current) {
      const after = caretAfter(before, text, caret);
      field.current.setSelectionRange(after, after);
    }
    shown.current = { text, caret };
  }, [field, text, isTyped, caret]);
}
