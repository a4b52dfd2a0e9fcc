import { ConfigReader } from '@backstage/config';
import { DEFAULT_POLICY } from '@linchpin/backstage-plugin-incidents-common';
import { readIncidentPolicy } from './settings';

const policyOf = (times: object) =>
  readIncidentPolicy(new ConfigReader({ incidents: { times } } as never));

it('keeps the defaults where nothing is set', () => {
  expect(readIncidentPolicy(new ConfigReader({}))).toEqual(DEFAULT_POLICY);
});

it('takes durations, for one priority or for all', () => {
  const policy = policyOf({
    acknowledgeWithin: { P3: { minutes: 30 } },
    undoFor: '2h',
  });

  expect(policy.acknowledgeWithin).toEqual({
    ...DEFAULT_POLICY.acknowledgeWithin,
    P3: 30 * 60_000,
  });
  expect(policy.undoFor).toBe(2 * 3_600_000);
});

it('switches a clock off', () => {
  expect(
    policyOf({ updateEvery: { P3: false } }).updateEvery,
  ).not.toHaveProperty('P3');
});

it('names the setting that is wrong', () => {
  expect(() => policyOf({ undoFor: { minutes: 0 } })).toThrow(
    /incidents\.times\.undoFor/,
  );
  expect(() => policyOf({ acknowledgeWithin: { P1: 'soon' } })).toThrow(
    /incidents\.times\.acknowledgeWithin\.P1/,
  );
});
