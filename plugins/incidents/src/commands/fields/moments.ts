import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DEFAULT_POLICY,
  type Priority,
} from '@linchpin/backstage-plugin-incidents-common';
import { useDurationFormat, useInstantFormat } from '../../elements/time';
import { incidentsCommandsTranslationRef } from '../../translations/commands';
import type { MomentPreset } from './MomentField';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MORNING = 9;

/**
 * The next update's moments that fit a priority: sooner than, at and later than
 * its usual cadence; without a cadence also none at all.
 */
export function useUpdateMoments(priority: Priority, now: number) {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const within = useWithin(now);
  const cadence = DEFAULT_POLICY.updateEvery[priority];
  if (cadence === undefined) {
    return {
      initial: 'none',
      presets: [
        { id: 'none', label: t('noNextUpdate'), at: undefined },
        ...within([4 * HOUR_MS, 24 * HOUR_MS]),
      ],
    };
  }
  const presets = within([cadence / 2, cadence, 2 * cadence]);
  return { initial: presets[1].id, presets };
}

/** When work that waits may go on. */
export function useResumeMoments(now: number): MomentPreset[] {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const { weekday } = useInstantFormat();
  const within = useWithin(now);
  const monday = nextMorning(now, date => date.getDay() === 1);
  return [
    ...within([HOUR_MS, 4 * HOUR_MS]),
    {
      id: 'tomorrow',
      label: t('tomorrow'),
      at: nextMorning(now, () => true),
    },
    { id: 'monday', label: weekday(monday), at: monday },
  ];
}

function useWithin(now: number) {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const { duration } = useDurationFormat();
  return (waits: number[]): MomentPreset[] =>
    waits.map(wait => ({
      id: String(wait),
      label: t('inDuration', { duration: duration(wait) }),
      at: new Date(now + wait).toISOString(),
    }));
}

/** Nine o'clock on the next day that is right. */
export function nextMorning(
  now: number,
  isRight: (date: Date) => boolean,
): string {
  const date = new Date(now);
  date.setHours(MORNING, 0, 0, 0);
  do {
    date.setDate(date.getDate() + 1);
  } while (!isRight(date));
  return date.toISOString();
}
