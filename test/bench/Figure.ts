/** What is asked of a figure. */
export type Demand =
  | { atMost: number }
  | { atLeast: number }
  /** Of what it is held against. */
  | { timesAtMost: number }
  | { timesAtLeast: number };

/** One row of a table. */
export interface Figure {
  /** What was measured, and under which circumstances. */
  what: string;
  value: number;
  unit: string;
  /** More about the same, such as another percentile. */
  more?: string;
  /** What it is held against, measured in the same run and unit. */
  beside?: { what: string; value: number };
  demand?: Demand;
}

/** How often the figure holds what it is held against. */
export function timesOf({ value, beside }: Figure): number | undefined {
  return beside && value / beside.value;
}

/** Whether the figure is as demanded; undefined where nothing is. */
export function isMet(figure: Figure): boolean | undefined {
  const { demand, value } = figure;
  const times = timesOf(figure) ?? NaN;
  if (!demand) {
    return undefined;
  }
  if ('atMost' in demand) {
    return value <= demand.atMost;
  }
  if ('atLeast' in demand) {
    return value >= demand.atLeast;
  }
  return 'timesAtMost' in demand
    ? times <= demand.timesAtMost
    : times >= demand.timesAtLeast;
}
