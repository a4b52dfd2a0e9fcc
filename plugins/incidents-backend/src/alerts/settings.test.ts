import { ConfigReader } from '@backstage/config';
import { DEFAULT_SEVERITY_GRADES } from '@linchpin/backstage-plugin-incidents-common';
import { readAlertsSettings } from './settings';

const read = (alerts: object) =>
  readAlertsSettings(new ConfigReader({ incidents: { alerts } } as never));

it('has a default for everything', () => {
  expect(readAlertsSettings(new ConfigReader({}))).toEqual({
    policy: { rules: [], severities: DEFAULT_SEVERITY_GRADES },
    correlationWindow: undefined,
    reopenWithin: 30 * 60_000,
    bodyLimit: 10 * 1024 * 1024,
    keepBodiesFor: 30 * 24 * 3_600_000,
    keepRecordsFor: 90 * 24 * 3_600_000,
    overloadAfter: 30_000,
  });
});

it('reads rules in their order', () => {
  const { policy } = read({
    rules: [
      {
        name: 'Batch jobs',
        match: { job: '~batch-.*', env: ['prod', 'live'] },
        disposition: 'quiet',
      },
      { match: {}, disposition: 'incident', priority: 'P1' },
    ],
  });
  expect(policy.rules).toEqual([
    {
      name: 'Batch jobs',
      match: { job: '~batch-.*', env: ['prod', 'live'] },
      disposition: 'quiet',
    },
    { match: {}, disposition: 'incident', impact: 'high', urgency: 'high' },
  ]);
});

it('reads severities over the defaults, as priority or in parts', () => {
  const { severities } = read({
    severities: {
      critical: { urgency: 'high' },
      warning: { priority: 'P4' },
    },
  }).policy;
  expect(severities).toEqual({
    ...DEFAULT_SEVERITY_GRADES,
    critical: { impact: 'high', urgency: 'high' },
    warning: { impact: 'medium', urgency: 'low' },
  });
});

it('reads times and sizes', () => {
  expect(
    read({ correlationWindow: '2h', bodyLimit: '512 kB', overloadAfter: '5s' }),
  ).toMatchObject({
    correlationWindow: 2 * 3_600_000,
    bodyLimit: 512 * 1024,
    overloadAfter: 5_000,
  });
  expect(read({ bodyLimit: 1000 }).bodyLimit).toBe(1000);
});

const record = { match: {}, disposition: 'record' };

it.each<[object, RegExp]>([
  [
    { rules: [record, { match: {}, disposition: 'ignore' }] },
    /incidents\.alerts\.rules\[1\]\.disposition: 'ignore' is none of incident/,
  ],
  [
    { rules: [record, { match: { a: '~(' }, disposition: 'record' }] },
    /incidents\.alerts\.rules\[1\]\.match\.a: /,
  ],
  [
    { rules: [{ match: { a: 3 }, disposition: 'record' }] },
    /incidents\.alerts\.rules\[0\]\.match\.a: must be a text or a list of texts/,
  ],
  [
    { rules: [{ ...record, priority: 'P2', impact: 'low' }] },
    /incidents\.alerts\.rules\[0\]\.priority: says impact and urgency/,
  ],
  [
    { severities: { critical: { priority: 'P0' } } },
    /incidents\.alerts\.severities\.critical\.priority: 'P0' is none of P1/,
  ],
  [{ bodyLimit: 'much' }, /incidents\.alerts\.bodyLimit: 'much' is no size/],
  [{ keepBodiesFor: { days: 0 } }, /incidents\.alerts\.keepBodiesFor: /],
  [{ correlationWindow: '0s' }, /incidents\.alerts\.correlationWindow: /],
])('says which key is wrong: %j', (alerts, problem) => {
  expect(() => read(alerts)).toThrow(problem);
});
