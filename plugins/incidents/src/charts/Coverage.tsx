import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HistoryFigures } from '@linchpin/backstage-plugin-incidents-common';
import { useInstantFormat } from '../elements/time';
import { incidentsChartsTranslationRef } from '../translations/charts';
import { LeftOut } from './LeftOut';

/** What figures do not cover of what was asked for: nothing where they cover all. */
export const Coverage = (props: {
  of: Pick<HistoryFigures, 'leftOut' | 'period' | 'shortened'>;
}) => {
  const { t } = useTranslationRef(incidentsChartsTranslationRef);
  const { date } = useInstantFormat();
  const { leftOut, period, shortened } = props.of;
  return (
    <>
      {shortened && <span>{t('shortened', { day: date(period.from) })}</span>}
      <LeftOut reasons={leftOut} />
    </>
  );
};
