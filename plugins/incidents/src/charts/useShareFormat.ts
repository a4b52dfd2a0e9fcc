import type { Share } from '@linchpin/backstage-plugin-incidents-common/history';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { useLanguage } from '../elements/time';
import { incidentsChartsTranslationRef } from '../translations/charts';

/** Writes shares, always with what they are of: `7 of 214, 3 %`. */
export function useShareFormat() {
  const { t } = useTranslationRef(incidentsChartsTranslationRef);
  const language = useLanguage();
  return useMemo(() => {
    const number = new Intl.NumberFormat(language);
    const percent = new Intl.NumberFormat(language, { style: 'percent' });
    const counted = ({ n, of }: Share) =>
      t('nOf', { n: number.format(n), of: number.format(of) });
    return {
      number: (n: number) => number.format(n),
      /** `7 of 214` */
      counted,
      /** `3 %`; of none it is not said. */
      percent: ({ n, of }: Share) => (of === 0 ? '' : percent.format(n / of)),
      /** `7 of 214, 3 %`; of none there is no percentage. */
      share: (share: Share) =>
        share.of === 0
          ? counted(share)
          : t('nOfPercent', {
              counted: counted(share),
              percent: percent.format(share.n / share.of),
            }),
    };
  }, [t, language]);
}
