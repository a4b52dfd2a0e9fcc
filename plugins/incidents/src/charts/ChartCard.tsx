import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Card, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { RiDownload2Line } from '@remixicon/react';
import { type PropsWithChildren, type ReactNode, useId, useState } from 'react';
import { saveFile } from '../elements/saveFile';
import { incidentsChartsTranslationRef } from '../translations/charts';
import { ChartTable } from './ChartTable';
import type { Column } from './column';
import { csvOf } from './csv';
import classes from './ChartCard.module.css';

type View = 'chart' | 'table';

/** What stands around every chart: what it is about, its figures as a table and as a file, and what it leaves out. */
export function ChartCard<Row>(
  props: PropsWithChildren<{
    title: string;
    /** How many it is about. */
    count: ReactNode;
    columns: readonly Column<Row>[];
    rows: readonly Row[];
    /** The name of the file, without its ending. */
    file: string;
    /** What else can be chosen of the chart. */
    choices?: ReactNode;
    /** What is left out, what is still open, what cannot be said. */
    notes?: ReactNode;
  }>,
) {
  const { t } = useTranslationRef(incidentsChartsTranslationRef);
  const [view, setView] = useState<View>('chart');
  const headingId = useId();
  const { columns, rows } = props;
  return (
    <Card role="region" aria-labelledby={headingId} className={classes.card}>
      <header className={classes.head}>
        <h2 id={headingId} className={classes.title}>
          {props.title}
        </h2>
        <span className={classes.count}>{props.count}</span>
        <div className={classes.actions}>
          {view === 'chart' && props.choices}
          {props.children && (
            <ToggleButtonGroup
              aria-label={t('view', { title: props.title })}
              className={classes.choice}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[view]}
              onSelectionChange={keys =>
                setView(keys.has('table') ? 'table' : 'chart')
              }
            >
              <ToggleButton id="chart">{t('chart')}</ToggleButton>
              <ToggleButton id="table">{t('table')}</ToggleButton>
            </ToggleButtonGroup>
          )}
          <Button
            variant="secondary"
            iconStart={<RiDownload2Line />}
            aria-label={t('csv', { title: props.title })}
            onPress={() =>
              saveFile(
                `${props.file}.csv`,
                new Blob([csvOf(columns, rows)], { type: 'text/csv' }),
              )
            }
          >
            CSV
          </Button>
        </div>
      </header>
      {view === 'chart' && props.children ? (
        props.children
      ) : (
        <ChartTable label={props.title} columns={columns} rows={rows} />
      )}
      {props.notes && <footer className={classes.notes}>{props.notes}</footer>}
    </Card>
  );
}
