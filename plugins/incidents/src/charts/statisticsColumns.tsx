import type { Statistics } from '@linchpin/backstage-plugin-incidents-common/history';
import type { Column } from './column';
import { minutesOf } from './minutesOf';
import { StatisticsWords } from './StatisticsWords';

/**
 * How long something took: one column on screen, one for each number in a file.
 *
 * @param name - what those of the file begin with
 */
export function statisticsColumns<Row>(
  name: string,
  title: string,
  statisticsOf: (row: Row) => Statistics,
): Column<Row>[] {
  const inFile = (
    what: string,
    value: (statistics: Statistics) => number | null,
  ): Column<Row> => ({
    name: `${name}_${what}`,
    title,
    value: row => value(statisticsOf(row)),
    isInFileOnly: true,
  });
  return [
    {
      name: `${name}_p50_minutes`,
      title,
      value: row => minutesOf(statisticsOf(row).p50.ended),
      show: row => <StatisticsWords statistics={statisticsOf(row)} />,
      isDispensable: true,
    },
    inFile('p90_minutes', ({ p90 }) => minutesOf(p90.ended)),
    inFile('n', ({ n }) => n),
    inFile('not_ended', ({ censored }) => censored),
    inFile('not_known', ({ missing }) => missing),
  ];
}
