import { useMemo } from 'react';
import { useLanguage } from '../../elements/time';

/** Times of a sheet: with the year and the zone, since paper travels. */
export function useSheetFormat() {
  const language = useLanguage();
  return useMemo(() => {
    const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
    const full = new Intl.DateTimeFormat(language, options);
    return {
      full: (at: string) => full.format(new Date(at)),
      zone: full.resolvedOptions().timeZone,
    };
  }, [language]);
}
