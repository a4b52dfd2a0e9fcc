import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { type PropsWithChildren, type ReactNode, useState } from 'react';
import { incidentsChartsTranslationRef } from '../translations/charts';
import { ChartTable } from './ChartTable';
import { Choice } from '../lists/Choice';
import { FigureCard, type FigureCardProps } from './FigureCard';

const VIEWS = ['chart', 'table'] as const;

/** A chart, which can be read as a table too. */
export function ChartCard<Row>(
  props: PropsWithChildren<
    FigureCardProps<Row> & {
      /** What else can be chosen of the chart. */
      choices?: ReactNode;
    }
  >,
) {
  const { t } = useTranslationRef(incidentsChartsTranslationRef);
  const [view, setView] = useState<(typeof VIEWS)[number]>('chart');
  const { title, columns, rows, choices, children } = props;
  return (
    <FigureCard
      {...props}
      choices={
        <>
          {view === 'chart' && choices}
          <Choice
            label={t('view', { title })}
            options={VIEWS}
            nameOf={each => t(each)}
            value={view}
            onChange={setView}
          />
        </>
      }
    >
      {view === 'chart' ? (
        children
      ) : (
        <ChartTable label={title} columns={columns} rows={rows} />
      )}
    </FigureCard>
  );
}
