import type { ReactNode } from 'react';

/** A column of the figures behind a chart, for the table on screen and for the file. */
export interface Column<Row> {
  /** What it is called in a file, in whatever language the screen is: `impact_minutes`. */
  name: string;
  /** What it is called on screen. */
  title: string;
  /** As a file holds it: numbers in the unit that the name says, instants in ISO 8601. */
  value: (row: Row) => string | number | null;
  /** As the screen shows it, where that is another thing. */
  show?: (row: Row) => ReactNode;
  isNumber?: boolean;
  /** The first to go where there is little room. */
  isDispensable?: boolean;
  /** Said on screen by another column. */
  isInFileOnly?: boolean;
}
