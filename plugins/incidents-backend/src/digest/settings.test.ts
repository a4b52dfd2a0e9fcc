import { ConfigReader } from '@backstage/config';
import { readDigestDay } from './settings';

const read = (digest?: unknown) =>
  readDigestDay(
    new ConfigReader({ incidents: { digest } } as ConstructorParameters<
      typeof ConfigReader
    >[0]),
    'Europe/Berlin',
  );

it('is Monday at eight where nothing is said', () => {
  expect(read()).toEqual({
    weekday: 'monday',
    hour: 8,
    zone: 'Europe/Berlin',
  });
});

it('is when the organisation says, or never', () => {
  expect(read({ weekday: 'friday', hour: 0 })).toMatchObject({
    weekday: 'friday',
    hour: 0,
  });
  expect(read(false)).toBeUndefined();
});

it.each([
  ['weekday', 'someday'],
  ['hour', 24],
  ['hour', 7.5],
])('names the key that is wrong: %s %s', (key, value) => {
  expect(() => read({ [key]: value })).toThrow(`incidents.digest.${key}: `);
});
