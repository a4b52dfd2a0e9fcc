import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Card } from '@backstage/ui';
import { RiDownload2Line } from '@remixicon/react';
import { type PropsWithChildren, type ReactNode, useId } from 'react';
import { saveFile } from '../elements/saveFile';
import { incidentsChartsTranslationRef } from '../translations/charts';
import type { Column } from './column';
import { csvOf } from './csv';
import classes from './FigureCard.module.css';

export interface FigureCardProps<Row> {
  title: string;
  /** How many it is about, or what. */
  count: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** The name of the file, without its ending. */
  file: string;
  /** What is left out, what is still open, what cannot be said. */
  notes?: ReactNode;
}

/** What stands around figures: what they are about, the same as a file, and what they leave out. */
export function FigureCard<Row>(
  props: PropsWithChildren<
    FigureCardProps<Row> & {
      /** What can be chosen of them. */
      choices?: ReactNode;
    }
  >,
) {
  const { t } = useTranslationRef(incidentsChartsTranslationRef);
  const headingId = useId();
  return (
    <Card role="region" aria-labelledby={headingId} className={classes.card}>
      <header className={classes.head}>
        <h2 id={headingId} className={classes.title}>
          {props.title}
        </h2>
        <span className={classes.count}>{props.count}</span>
        <div className={classes.actions}>
          {props.choices}
          <Button
            variant="secondary"
            iconStart={<RiDownload2Line />}
            aria-label={t('csv', { title: props.title })}
            onPress={() =>
              saveFile(
                `${props.file}.csv`,
                new Blob([csvOf(props.columns, props.rows)], {
                  type: 'text/csv',
                }),
              )
            }
          >
            CSV
          </Button>
        </div>
      </header>
      {props.children}
      {props.notes && <footer className={classes.notes}>{props.notes}</footer>}
    </Card>
  );
}
