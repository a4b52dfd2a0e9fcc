import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HistoryFigures } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { ChartCard } from '../../../charts/ChartCard';
import { Coverage } from '../../../charts/Coverage';
import { useDurationFormat } from '../../../elements/time';
import { Choice } from '../../../lists/Choice';
import { incidentsChartsTranslationRef } from '../../../translations/charts';
import { incidentsHistoryTranslationRef } from '../../../translations/history';
import type { Marked } from '../useMarked';
import { Calendar, isLongerThanShown } from './Calendar';
import { CalendarLegend } from './CalendarLegend';
import { MEASURES, type Measure } from './measures';
import { useDayColumns } from './useDayColumns';

/** On which days something happened: whether it comes in bursts, and whether it gets less. */
export const When = (props: {
  figures: HistoryFigures;
  file: string;
  marked: Marked;
}) => {
  const { figures, marked } = props;
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const charts = useTranslationRef(incidentsChartsTranslationRef);
  const [measure, setMeasure] = useState<Measure>('impact');
  const columns = useDayColumns();
  return (
    <ChartCard
      title={t('when')}
      count={`${charts.t('incidents', { count: figures.counted })} · ${t('daysIn', { zone: figures.zone })}`}
      file={`${props.file}-days`}
      columns={columns}
      rows={figures.days}
      choices={
        <Choice
          label={t('measure')}
          options={MEASURES}
          nameOf={each => t(`measure_${each}`)}
          value={measure}
          onChange={setMeasure}
        />
      }
      notes={
        <>
          {measure === 'impact' && <ImpactInAll impact={figures.impact} />}
          {isLongerThanShown(figures) && <span>{t('lastYear')}</span>}
          <Coverage of={figures} />
        </>
      }
    >
      <Calendar figures={figures} measure={measure} marked={marked} />
      <CalendarLegend
        measure={measure}
        hasFailed={figures.days.some(day => day.deployments.failed > 0)}
      />
    </ChartCard>
  );
};

/** The union of the impact of all incidents: what overlaps counts once. */
const ImpactInAll = ({ impact }: Pick<HistoryFigures, 'impact'>) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const charts = useTranslationRef(incidentsChartsTranslationRef);
  const { duration } = useDurationFormat();
  const { ms, incidents, estimated, rule } = impact;
  return (
    <>
      <span>
        {t('impactInAll', {
          duration: duration(ms),
          incidents: charts.t('incidents', { count: incidents }),
        })}
        {estimated > 0 && `; ${t('estimated', { count: estimated })}`}
      </span>
      {rule === 'major' && <span>{t('onlyMajor')}</span>}
    </>
  );
};
