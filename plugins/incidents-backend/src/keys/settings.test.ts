import { ConfigReader } from '@backstage/config';
import { readKeysSettings } from './settings';

const read = (keys?: object) =>
  readKeysSettings(new ConfigReader({ incidents: { keys } } as never));

it('lets a key send ten messages a second of a megabyte, where nothing is said', () => {
  expect(read()).toEqual({
    rate: { perMinute: 600, burst: 120 },
    bodyLimit: 1024 * 1024,
  });
});

it('takes what is said', () => {
  expect(read({ perMinute: 2, bodyLimit: '5kb' })).toEqual({
    rate: { perMinute: 2, burst: 1 },
    bodyLimit: 5 * 1024,
  });
  expect(read({ burst: 7 }).rate).toEqual({ perMinute: 600, burst: 7 });
});

it('names what makes no sense', () => {
  expect(() => read({ perMinute: 0 })).toThrow(
    'incidents.keys.perMinute: must be at least 1',
  );
  expect(() => read({ bodyLimit: 'much' })).toThrow(
    "incidents.keys.bodyLimit: 'much' is no size",
  );
});
