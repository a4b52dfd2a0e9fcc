import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { HistoryFigures } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { ChartCard } from '../../../charts/ChartCard';
import chartClasses from '../../../charts/ChartCard.module.css';
import { LeftOut } from '../../../charts/LeftOut';
import { incidentsChartsTranslationRef } from '../../../translations/charts';
import { incidentsHistoryTranslationRef } from '../../../translations/history';
import type { Marked } from '../useMarked';
import { Calendar } from './Calendar';
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
        <ToggleButtonGroup
          aria-label={t('measure')}
          className={chartClasses.choice}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[measure]}
          onSelectionChange={keys =>
            setMeasure(MEASURES.find(each => keys.has(each)) ?? measure)
          }
        >
          {MEASURES.map(each => (
            <ToggleButton key={each} id={each}>
              {t(`measure_${each}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
      notes={
        <>
          <CalendarLegend measure={measure} />
          <LeftOut reasons={figures.leftOut} />
        </>
      }
    >
      <Calendar figures={figures} measure={measure} marked={marked} />
    </ChartCard>
  );
};
