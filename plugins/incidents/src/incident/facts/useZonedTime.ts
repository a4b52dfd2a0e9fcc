import { useMemo, useState } from 'react';
import { useLanguage } from '../../elements/time';

/** Writes times in the zone of the user or in UTC, as chosen. */
export function useZonedTime() {
  const language = useLanguage();
  const [isUtc, setUtc] = useState(false);
  const formats = useMemo(() => {
    const timeZone = isUtc ? 'UTC' : undefined;
    const format = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(language, { ...options, timeZone });
    const time = format({ hour: '2-digit', minute: '2-digit' });
    const dayAndTime = format({
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    const day = format({ year: 'numeric', month: 'numeric', day: 'numeric' });
    const full = format({ dateStyle: 'full', timeStyle: 'long' });
    return {
      /** Today the time alone. */
      short: (instant: string, now: number) =>
        day.format(new Date(instant)) === day.format(now)
          ? time.format(new Date(instant))
          : dayAndTime.format(new Date(instant)),
      full: (instant: string) => full.format(new Date(instant)),
    };
  }, [language, isUtc]);
  const local = zoneName(language);
  return {
    ...formats,
    zone: isUtc ? 'UTC' : local,
    otherZone: isUtc ? local : 'UTC',
    toggle: () => setUtc(!isUtc),
  };
}

/** `CET`, or `GMT+1` where the language has no name for the zone. */
function zoneName(language: string): string {
  const parts = new Intl.DateTimeFormat(language, {
    timeZoneName: 'short',
  }).formatToParts();
  return parts.find(part => part.type === 'timeZoneName')?.value ?? 'UTC';
}
