import { timeReader } from './sourceTime';

describe('a time of a source', () => {
  it.each([
    ['DD-MM-YYYY HH:mm', 'UTC', '29-02-2016 01:16', '2016-02-29T01:16:00.000Z'],
    ['DD.MM.YYYY', 'Europe/Berlin', '1.3.2016', '2016-02-29T23:00:00.000Z'],
    [
      'YYYY/MM/DD HH:mm:ss',
      'America/New_York',
      '2016/07/01 08:30:15',
      '2016-07-01T12:30:15.000Z',
    ],
    ['ISO', 'UTC', '2016-02-29T01:16:00Z', '2016-02-29T01:16:00.000Z'],
    ['ISO', 'UTC', '2016-02-29T01:16:00.5+01:00', '2016-02-29T00:16:00.500Z'],
    ['ISO', 'Europe/Berlin', '2016-02-29 01:16', '2016-02-29T00:16:00.000Z'],
  ])('written as %s in %s: %s', (pattern, zone, text, expected) => {
    expect(timeReader(pattern, zone)(text)).toBe(expected);
  });

  it('that the clocks skip counts from before they were changed, and of two the first', () => {
    const read = timeReader('DD-MM-YYYY HH:mm', 'Europe/Berlin');

    expect(read('27-03-2016 02:30')).toBe('2016-03-27T01:30:00.000Z');
    expect(read('30-10-2016 02:30')).toBe('2016-10-30T00:30:00.000Z');
  });

  it.each([
    ['DD-MM-YYYY HH:mm', '30-02-2016 01:16'],
    ['DD-MM-YYYY HH:mm', '29-02-2016 24:00'],
    ['DD-MM-YYYY HH:mm', '29-02-2016'],
    ['DD-MM-YYYY HH:mm', 'x29-02-2016 01:16'],
    ['DD.MM.YYYY', '01x03x2016'],
    ['ISO', 'yesterday'],
    ['ISO', '1969-12-31T23:59:59Z'],
    ['ISO', '+012016-01-01T00:00:00Z'],
  ])('of the shape %s is not "%s"', (pattern, text) => {
    expect(timeReader(pattern, 'UTC')(text)).toBeUndefined();
  });
});
