import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Checkbox, Link } from '@backstage/ui';
import { useId } from 'react';
import { useNow } from '../../../elements/now';
import { useInstantFormat } from '../../../elements/time';
import { EventTexts } from '../../../incident/timeline/EventTexts';
import type { EventEntry } from '../../../incident/timeline/lines';
import { EventSentence } from '../../../incident/timeline/sentences';
import { useIncidentsPaths } from '../../../navigation/navigation';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { NoteForm } from './NoteForm';
import type { ReviewEntry } from './pickedEvents';
import classes from './TimelinePicker.module.css';
import { wordsOf } from './wordsOf';

/**
 * One thing that happened: whether the review tells it, what it meant, and its place
 * on the timeline. It can be dragged into the text of a section.
 */
export const PickerLine = (props: {
  incident: { id: string; number: string };
  entry: ReviewEntry;
  event: EventEntry;
  /** When the line before it happened. */
  previousAt: string | undefined;
  mayChoose: boolean;
  isNoted: boolean;
  onChoose: (isIncluded: boolean) => void;
  onNote: (isOpen: boolean) => void;
}) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const paths = useIncidentsPaths();
  const format = useInstantFormat();
  const now = useNow();
  const id = useId();
  const { incident, entry, event, mayChoose } = props;
  return (
    <li
      className={classes.line}
      data-sequence={entry.sequence}
      data-left-out={!entry.included || undefined}
      tabIndex={-1}
      draggable={mayChoose && !props.isNoted}
      onDragStart={({ currentTarget, dataTransfer }) => {
        dataTransfer.setData('text/plain', wordsOf(currentTarget));
        dataTransfer.effectAllowed = 'copy';
      }}
    >
      {mayChoose && (
        <Checkbox
          aria-labelledby={id}
          isSelected={entry.included}
          onChange={props.onChoose}
        >
          {null}
        </Checkbox>
      )}
      <div className={classes.what}>
        <Link
          href={paths.timelineEntry(incident.number, entry.sequence)}
          standalone
          className={classes.time}
          title={t('toTimeline')}
          data-carried
        >
          {isSameDay(event.at, props.previousAt)
            ? format.time(event.at)
            : format.short(event.at, now)}
        </Link>
        <p id={id} className={classes.sentence} data-carried>
          <EventSentence event={event} />
        </p>
        {entry.included && <EventTexts event={event} />}
        {props.isNoted && (
          <NoteForm
            incident={incident}
            entry={entry}
            onClose={() => props.onNote(false)}
          />
        )}
        {!props.isNoted && entry.note && (
          <p className={classes.note}>{entry.note}</p>
        )}
      </div>
      {mayChoose && !props.isNoted && entry.included && (
        <span className={classes.tools}>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => props.onNote(true)}
          >
            {t(entry.note ? 'changeNote' : 'addNote')}
          </Button>
        </span>
      )}
    </li>
  );
};

function isSameDay(at: string, other: string | undefined): boolean {
  return (
    other !== undefined &&
    new Date(at).toDateString() === new Date(other).toDateString()
  );
}
