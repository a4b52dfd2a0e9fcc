import type { Column } from './column';
import { csvOf } from './csv';

interface Row {
  title: string;
  minutes: number | null;
}

const columns: Column<Row>[] = [
  { name: 'title', title: 'Titel', value: row => row.title },
  { name: 'minutes', title: 'Dauer', value: row => row.minutes },
];

const csv = (...rows: Row[]) => csvOf(columns, rows).split('\r\n').slice(1, -1);

describe('the file of a chart', () => {
  it('says that it is UTF-8, names its columns the same in every language and ends each line', () => {
    expect(csvOf(columns, [{ title: 'Slow', minutes: 4 }])).toBe(
      '\uFEFFtitle,minutes\r\nSlow,4\r\n',
    );
  });

  it('leaves empty what is not known', () => {
    expect(csv({ title: '', minutes: null })).toEqual([',']);
  });

  it('quotes what would be read as several fields or lines', () => {
    expect(csv({ title: 'a "b", c', minutes: 1 })).toEqual(['"a ""b"", c",1']);
    expect(csv({ title: 'a\nb', minutes: 1 })).toEqual(['"a\nb",1']);
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
  ])('lets no spreadsheet calculate %j', title => {
    expect(csv({ title, minutes: -1 })).toEqual([`'${title},-1`]);
  });
});
