import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import { incidentsChartsTranslationRef } from '../translations/charts';
import type { Column } from './column';
import classes from './ChartTable.module.css';
import { Nothing } from './Nothing';

/** What one takes in at a glance; the rest comes when asked for. */
const SHOWN_AT_FIRST = 20;

/** The figures of a chart as a table. */
export function ChartTable<Row>(props: {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
}) {
  const { t } = useTranslationRef(incidentsChartsTranslationRef);
  const [isWhole, setWhole] = useState(false);
  const { rows } = props;
  if (rows.length === 0) {
    return <Nothing />;
  }
  const columns = props.columns.filter(({ isInFileOnly }) => !isInFileOnly);
  const shown = isWhole ? rows : rows.slice(0, SHOWN_AT_FIRST);
  const looksOf = ({ isNumber, isDispensable }: Column<Row>) => ({
    'data-number': isNumber,
    'data-dispensable': isDispensable,
  });
  return (
    <>
      <table className={classes.table} aria-label={props.label}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.name} scope="col" {...looksOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={index}>
              {columns.map(column => (
                <td key={column.name} {...looksOf(column)}>
                  {column.show?.(row) ?? column.value(row) ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <Button
          variant="secondary"
          className={classes.more}
          onPress={() => setWhole(true)}
        >
          {t('allRows', { count: rows.length })}
        </Button>
      )}
    </>
  );
}
