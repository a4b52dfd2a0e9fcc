import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RefObject } from 'react';
import { useSayings } from '../../../commands/useSayings';
import { copyText } from '../../../elements/copyText';
import { useShortcuts } from '../../../shortcuts';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { wordsOf } from './wordsOf';

/** The keys of the timeline beside a review; the entry that has the focus is meant. */
export function usePickerKeys(
  list: RefObject<HTMLOListElement>,
  mayChoose: boolean,
  acts: {
    onToggle: (sequence: number) => void;
    onNote: (sequence: number) => void;
  },
) {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { sayDone } = useSayings();
  const lines = () => [...(list.current?.children ?? [])] as HTMLElement[];
  const focused = () =>
    lines().findIndex(line => line.contains(document.activeElement));
  const step = (by: 1 | -1) => () => {
    const next = lines()[Math.max(focused() + by, 0)];
    next?.focus();
    next?.scrollIntoView?.({ block: 'nearest' });
  };
  const withFocused = (act: (line: HTMLElement) => void) => () => {
    const line = lines()[focused()];
    if (line) {
      act(line);
    }
  };
  const copy = async (line: HTMLElement) => {
    await copyText(wordsOf(line));
    sayDone(t('copied'));
  };
  useShortcuts([
    { keys: ['j'], label: t('key_next'), run: step(1) },
    { keys: ['k'], label: t('key_previous'), run: step(-1) },
    ...(mayChoose
      ? [
          {
            keys: ['x'] as const,
            label: t('key_toggle'),
            run: withFocused(line => acts.onToggle(sequenceOf(line))),
          },
          {
            keys: ['c'] as const,
            label: t('key_copy'),
            run: withFocused(copy),
          },
          {
            keys: ['n'] as const,
            label: t('key_note'),
            run: withFocused(line => acts.onNote(sequenceOf(line))),
          },
        ]
      : []),
  ]);
}

function sequenceOf(line: HTMLElement): number {
  return Number(line.dataset.sequence);
}
