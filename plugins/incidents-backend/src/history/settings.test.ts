import { ConfigReader } from '@backstage/config';
import { readHistorySettings } from './settings';

const read = (history: object) =>
  readHistorySettings(new ConfigReader({ incidents: { history } } as never));

it('counts the days of UTC unless told otherwise', () => {
  expect(readHistorySettings(new ConfigReader({}))).toEqual({ zone: 'UTC' });
  expect(read({ zone: 'Europe/Berlin' })).toEqual({ zone: 'Europe/Berlin' });
});

it('names the key of what is no time zone', () => {
  expect(() => read({ zone: 'Mars/Base' })).toThrow(
    'incidents.history.zone: Mars/Base is no time zone; it must be an IANA name such as Europe/Berlin',
  );
});
