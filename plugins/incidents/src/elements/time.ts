import {
  appLanguageApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useMemo, useSyncExternalStore } from 'react';
import { incidentsWordsTranslationRef } from '../translations/words';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The language that the user reads in, as a BCP 47 tag; with the region of the
 * browser's where it is the same language, since times are written by region.
 */
export function useLanguage(): string {
  const api = useApi(appLanguageApiRef);
  const [subscribe, read] = useMemo(
    () => [
      (listener: () => void) => {
        const subscription = api.language$().subscribe(listener);
        return () => subscription.unsubscribe();
      },
      () => api.getLanguage().language,
    ],
    [api],
  );
  return withRegion(useSyncExternalStore(subscribe, read));
}

function withRegion(language: string): string {
  const [wanted] = language.split('-');
  return (
    navigator.languages.find(known => known.split('-')[0] === wanted) ??
    language
  );
}

/** Writes instants in the user's language and time zone. */
export function useInstantFormat() {
  const language = useLanguage();
  return useMemo(() => {
    const format = (options: Intl.DateTimeFormatOptions) => {
      const formatter = new Intl.DateTimeFormat(language, options);
      return (instant: string | number) => formatter.format(new Date(instant));
    };
    const time = format({ hour: '2-digit', minute: '2-digit' });
    const day = format({ day: 'numeric', month: 'short' });
    const date = format({ day: 'numeric', month: 'short', year: 'numeric' });
    const dayAndTime = format({
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    const full = format({ dateStyle: 'medium', timeStyle: 'short' });
    return {
      /** `14:02` */
      time,
      /** `12 Nov` */
      day,
      /** `12 Nov 2026` */
      date,
      /** `Monday` */
      weekday: format({ weekday: 'long' }),
      /** As short as it can be without doubt: today the time alone. */
      short: (instant: string | number, now: number) => {
        const then = new Date(instant);
        const today = new Date(now);
        if (then.toDateString() === today.toDateString()) {
          return time(instant);
        }
        return then.getFullYear() === today.getFullYear()
          ? dayAndTime(instant)
          : full(instant);
      },
      full,
      /** The same instant for everybody, for tooltips and logs. */
      utc: (instant: string | number) =>
        `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    };
  }, [language]);
}

/** Writes durations with the two largest units that matter: `38 min`, `1 h 6 min`, `3 d`. */
export function useDurationFormat() {
  const { t } = useTranslationRef(incidentsWordsTranslationRef);
  return useMemo(() => {
    const duration = (milliseconds: number): string => {
      const ms = Math.max(0, milliseconds);
      if (ms < MINUTE) {
        return t('seconds', { seconds: String(Math.floor(ms / SECOND)) });
      }
      if (ms < HOUR) {
        return t('minutes', { minutes: String(Math.floor(ms / MINUTE)) });
      }
      const days = String(Math.floor(ms / DAY));
      const hours = String(Math.floor((ms % DAY) / HOUR));
      const minutes = String(Math.floor((ms % HOUR) / MINUTE));
      if (ms < DAY) {
        return minutes === '0'
          ? t('hours', { hours })
          : t('hoursMinutes', { hours, minutes });
      }
      return ms < 3 * DAY && hours !== '0'
        ? t('daysHours', { days, hours })
        : t('days', { days });
    };
    return {
      duration,
      /** How long ago, from a minute on; before that *just now*. */
      ago: (instant: string, now: number) => {
        const ms = now - Date.parse(instant);
        return ms < MINUTE
          ? t('justNow')
          : t('ago', { duration: duration(ms) });
      },
    };
  }, [t]);
}
