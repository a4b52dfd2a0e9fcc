import type { ReactNode } from 'react';
import { Nothing } from './Nothing';
import {
  type BarPart,
  PartSwatch,
  type PartKind,
  StackedBar,
} from './StackedBar';
import classes from './BarList.module.css';

export interface BarRow {
  key: string;
  name: ReactNode;
  parts: readonly BarPart[];
  /** What the bar shows, in words. */
  words: ReactNode;
}

/** A bar for each of several things, all on one scale, with its words beneath. */
export const BarList = (props: {
  rows: readonly BarRow[];
  /** What the kinds of parts are called, where there are several. */
  legend?: readonly { kind: PartKind; name: string }[];
}) => {
  if (props.rows.length === 0) {
    return <Nothing />;
  }
  const most = Math.max(
    ...props.rows.map(({ parts }) =>
      parts.reduce((sum, { value }) => sum + value, 0),
    ),
  );
  return (
    <>
      <ul className={classes.rows}>
        {props.rows.map(({ key, name, parts, words }) => (
          <li key={key} className={classes.row}>
            <span className={classes.name}>{name}</span>
            <StackedBar parts={parts} of={most} />
            <span className={classes.words}>{words}</span>
          </li>
        ))}
      </ul>
      {props.legend && (
        <ul className={classes.legend}>
          {props.legend.map(({ kind, name }) => (
            <li key={kind}>
              <PartSwatch kind={kind} /> {name}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
