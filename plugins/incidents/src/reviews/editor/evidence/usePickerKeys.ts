import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RefObject } from 'react';
import { useShortcuts } from '../../../shortcuts';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';

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
  const lines = () => [...(list.current?.children ?? [])] as HTMLElement[];
  const focused = () =>
    lines().findIndex(line => line.contains(document.activeElement));
  const step = (by: 1 | -1) => () => {
    const next = lines()[Math.max(focused() + by, 0)];
    next?.focus();
    next?.scrollIntoView?.({ block: 'nearest' });
  };
  const withFocused = (act: (sequence: number) => void) => () => {
    const sequence = lines()[focused()]?.dataset.sequence;
    if (sequence) {
      act(Number(sequence));
    }
  };
  useShortcuts([
    { keys: ['j'], label: t('key_next'), run: step(1) },
    { keys: ['k'], label: t('key_previous'), run: step(-1) },
    ...(mayChoose
      ? [
          {
            keys: ['x'] as const,
            label: t('key_toggle'),
            run: withFocused(acts.onToggle),
          },
          {
            keys: ['n'] as const,
            label: t('key_note'),
            run: withFocused(acts.onNote),
          },
        ]
      : []),
  ]);
}
