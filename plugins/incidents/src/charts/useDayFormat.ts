import { useMemo } from 'react';
import { useLanguage } from '../elements/time';

/** Writes days such as `2026-03-29`, which have a zone already. */
export function useDayFormat() {
  const language = useLanguage();
  return useMemo(() => {
    const format = (options: Intl.DateTimeFormatOptions) => {
      const formatter = new Intl.DateTimeFormat(language, {
        ...options,
        timeZone: 'UTC',
      });
      return (day: string) => formatter.format(new Date(day));
    };
    return {
      /** `Thursday, 12 November 2026` */
      full: format({ dateStyle: 'full' }),
      /** `12 November` */
      day: format({ day: 'numeric', month: 'long' }),
      /** `12 Nov` */
      shortDay: format({ day: 'numeric', month: 'short' }),
      /** `12 Nov 2026` */
      date: format({ day: 'numeric', month: 'short', year: 'numeric' }),
      /** `Thu` */
      weekday: format({ weekday: 'short' }),
      /** `Nov` */
      month: format({ month: 'short' }),
      /** `November 2026` */
      longMonthAndYear: format({ month: 'long', year: 'numeric' }),
      /** `Nov 2026` */
      monthAndYear: format({ month: 'short', year: 'numeric' }),
    };
  }, [language]);
}
