import { type ColumnConfig, Table } from '@backstage/ui';
import classes from './found.module.css';

/** What was found as a table, each row of which leads somewhere. */
export function FoundTable<Row extends { id: string }>(props: {
  columns: readonly ColumnConfig<Row>[];
  rows: Row[];
  /** Whether these are of the filter before. */
  isStale: boolean;
  hrefOf: (row: Row) => string;
}) {
  return (
    <div className={classes.card}>
      <Table
        columnConfig={props.columns}
        data={props.rows}
        isStale={props.isStale}
        pagination={{ type: 'none' }}
        rowConfig={{ getHref: props.hrefOf }}
      />
    </div>
  );
}
