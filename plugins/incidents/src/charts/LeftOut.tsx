import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { LeftOut as Reason } from '@linchpin/backstage-plugin-incidents-common/history';
import { useLanguage } from '../elements/time';
import { incidentsChartsTranslationRef } from '../translations/charts';

/** How many are not in a figure, and why; nothing where all are. */
export const LeftOut = (props: {
  reasons: Partial<Record<Reason, number>>;
}) => {
  const { t } = useTranslationRef(incidentsChartsTranslationRef);
  const language = useLanguage();
  const reasons = (Object.entries(props.reasons) as [Reason, number][])
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => t(`left_${reason}`, { count }));
  if (reasons.length === 0) {
    return null;
  }
  const list = new Intl.ListFormat(language, { type: 'unit' });
  return <span>{t('leftOut', { reasons: list.format(reasons) })}</span>;
};
