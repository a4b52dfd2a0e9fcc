import { ConfigReader } from '@backstage/config';
import { WATCH_BOUNDS } from '@linchpin/backstage-plugin-incidents-common';
import { readWatchBounds } from './settings';

const read = (watchdog: object) =>
  readWatchBounds(new ConfigReader({ incidents: { watchdog } } as never));

it('has a default for everything', () => {
  expect(readWatchBounds(new ConfigReader({}))).toEqual(WATCH_BOUNDS);
});

it('reads how late something may be', () => {
  expect(read({ clocksWithin: '30s', alertsWithin: { minutes: 5 } })).toEqual({
    clocksWithin: 30_000,
    alertsWithin: 300_000,
    messagesWithin: WATCH_BOUNDS.messagesWithin,
  });
});

it('names the key of what is no such time', () => {
  expect(() => read({ messagesWithin: 'soon' })).toThrow(
    /incidents\.watchdog\.messagesWithin/,
  );
  expect(() => read({ clocksWithin: { seconds: 0 } })).toThrow(
    'incidents.watchdog.clocksWithin: must be longer than nothing',
  );
});
