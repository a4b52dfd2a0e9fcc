import { ConfigReader } from '@backstage/config';
import { readActionPolicy } from './settings';

const DAY = 86_400_000;

const read = (dueWithin?: Record<string, string>) =>
  readActionPolicy(
    new ConfigReader({
      incidents: { actions: { ...(dueWithin && { dueWithin }) } },
    }),
    'Europe/Berlin',
  );

it('is what incident responders ask of themselves where nothing is said', () => {
  expect(read()).toEqual({
    dueWithin: {
      P1: 15 * DAY,
      P2: 30 * DAY,
      P3: 60 * DAY,
      P4: 90 * DAY,
      P5: 90 * DAY,
    },
    zone: 'Europe/Berlin',
  });
});

it('takes what the organisation says of one priority, and names the key that is wrong', () => {
  expect(read({ P2: '3 weeks' }).dueWithin).toMatchObject({
    P1: 15 * DAY,
    P2: 21 * DAY,
  });
  expect(() => read({ P2: 'soon' })).toThrow('incidents.actions.dueWithin.P2');
});
