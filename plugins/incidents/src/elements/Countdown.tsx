import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiAlarmWarningLine, RiTimeLine } from '@remixicon/react';
import { VisuallyHidden } from '@backstage/ui';
import { useRef } from 'react';
import { incidentsWordsTranslationRef } from '../translations/words';
import classes from './Countdown.module.css';
import { useNow } from './now';
import { useDurationFormat, useInstantFormat } from './time';

/** What falls due. */
export type DueKind = 'acknowledge' | 'update' | 'resume' | 'watch' | 'undo';

const MINUTE_MS = 60_000;

/** From when on a clock is near; where an overdue makes no sense it never is. */
const NEAR_MS: Record<DueKind, number> = {
  acknowledge: 10 * MINUTE_MS,
  update: 15 * MINUTE_MS,
  resume: 10 * MINUTE_MS,
  watch: 0,
  undo: 0,
};

export type DueState = 'calm' | 'near' | 'overdue';

/** How a due time stands now, and how it is said. */
export function useDue(kind: DueKind, dueAt: string) {
  const words = useDueWords();
  const due = Date.parse(dueAt);
  const now = useDueNow(due);
  const left = due - now;
  return { state: stateOf(kind, left), text: words(kind, dueAt, now), left };
}

/** A due time in words, such as *Acknowledge in 2 min*. */
export function useDueWords() {
  const { t } = useTranslationRef(incidentsWordsTranslationRef);
  const { duration } = useDurationFormat();
  const instant = useInstantFormat();
  return (kind: DueKind, dueAt: string, now: number): string => {
    const left = Date.parse(dueAt) - now;
    return stateOf(kind, left) === 'overdue'
      ? t('overdue', { duration: duration(-left) })
      : t(`due_${kind}`, {
          duration: duration(left),
          time: instant.short(dueAt, now),
        });
  };
}

function stateOf(kind: DueKind, left: number): DueState {
  if (left < 0 && kind !== 'watch' && kind !== 'undo') {
    return 'overdue';
  }
  return left < NEAR_MS[kind] ? 'near' : 'calm';
}

/** The time that a countdown counts from: seconds matter in the last two minutes only. */
export function useDueNow(due: number): number {
  const coarse = useNow('half-minute');
  const fine = useNow('second');
  return Math.abs(due - fine) < 2 * MINUTE_MS ? fine : Math.max(coarse, fine);
}

/** A clock that runs down: grey, orange when near, red with the word *overdue*. */
export const Countdown = (props: { kind: DueKind; dueAt: string }) => {
  const { state, text } = useDue(props.kind, props.dueAt);
  const Icon = state === 'overdue' ? RiAlarmWarningLine : RiTimeLine;
  return (
    <span className={classes.clock} data-state={state}>
      <Icon aria-hidden="true" className={classes.icon} />
      <span>{text}</span>
      <Announcement state={state} text={text} />
    </span>
  );
};

/** Says politely that a clock became near or overdue; not each of its ticks. */
const Announcement = (props: { state: DueState; text: string }) => {
  const said = useRef({ state: props.state, text: '' });
  if (said.current.state !== props.state) {
    said.current = { state: props.state, text: props.text };
  }
  return <VisuallyHidden role="status">{said.current.text}</VisuallyHidden>;
};
