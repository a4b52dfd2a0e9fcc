import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import { useRef, useState } from 'react';
import { useWholeTimeline } from '../../../api/queries';
import { FailedPart, RowSkeleton } from '../../../elements/states';
import { Choice } from '../../../lists/Choice';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { useReviewCommands } from '../../useReviewCommands';
import { pickedEvents } from './pickedEvents';
import { PickerLine } from './PickerLine';
import classes from './TimelinePicker.module.css';
import { usePickerKeys } from './usePickerKeys';

const SHOWN = ['all', 'included'] as const;

/** What happened, oldest first as it is told: what of it is in the review, and what each meant. */
export const TimelinePicker = (props: { review: ReviewAnswer }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { incident, entries, viewer } = props.review;
  const { data, error, refetch } = useWholeTimeline(incident.number);
  const { perform } = useReviewCommands(incident);
  const [shown, show] = useState<(typeof SHOWN)[number]>('all');
  const [noted, note] = useState<number>();
  const list = useRef<HTMLOListElement>(null);
  const mayChoose = viewer.commands.includes('choose-entries');

  const choose = (sequence: number, isIncluded: boolean) =>
    perform({
      type: 'choose-entries',
      include: isIncluded ? [sequence] : [],
      leaveOut: isIncluded ? [] : [sequence],
    });
  usePickerKeys(list, mayChoose, {
    onToggle: sequence =>
      choose(
        sequence,
        !entries.find(entry => entry.sequence === sequence)?.included,
      ),
    onNote: note,
  });

  if (!data) {
    return error ? (
      <FailedPart error={error} onRetry={refetch} />
    ) : (
      <RowSkeleton rows={6} />
    );
  }
  const all = pickedEvents(data, entries);
  const included = all.filter(({ entry }) => entry.included);
  const lines = shown === 'all' ? all : included;
  return (
    <>
      <Choice
        label={t('whichEntries')}
        options={SHOWN}
        nameOf={which =>
          t(`entries_${which}`, {
            n: String(which === 'all' ? all.length : included.length),
          })
        }
        value={shown}
        onChange={show}
      />
      <ol ref={list} className={classes.lines}>
        {lines.map(({ entry, event }, index) => (
          <PickerLine
            key={entry.sequence}
            incident={incident}
            entry={entry}
            event={event}
            previousAt={lines[index - 1]?.event.at}
            mayChoose={mayChoose}
            isNoted={noted === entry.sequence}
            onChoose={isIncluded => choose(entry.sequence, isIncluded)}
            onNote={isOpen => note(isOpen ? entry.sequence : undefined)}
          />
        ))}
      </ol>
    </>
  );
};
