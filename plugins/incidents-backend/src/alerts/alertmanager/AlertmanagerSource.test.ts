import { InputError } from '@backstage/errors';
import { AlertmanagerSource } from './AlertmanagerSource';
import {
  RECEIVED_AT,
  firing,
  message,
  resolved,
} from './__fixtures__/messages';

const source = new AlertmanagerSource();
const parse = (body: unknown) =>
  source.parse({ body, headers: {}, receivedAt: RECEIVED_AT });
const only = (alert: unknown) => parse(message(alert)).alerts[0];

describe('the envelope', () => {
  it.each<[string, unknown, RegExp]>([
    ['no object', [], /^body: must be an object/],
    ['nothing', undefined, /^body: is missing/],
    [
      'another version',
      { ...message(), version: '5' },
      /^version: must be "4"/,
    ],
    ['no version', { alerts: [] }, /^version: must be "4"/],
    ['no alerts', { version: '4' }, /^alerts: must be a list/],
    [
      'alerts that are no list',
      { ...message(), alerts: {} },
      /^alerts: must be a list/,
    ],
  ])('is refused with the name of the field: %s', (_, body, problem) => {
    expect(() => parse(body)).toThrow(InputError);
    expect(() => parse(body)).toThrow(problem);
  });

  it('may hold no alert, and fields of newer versions', () => {
    const body = {
      ...message(),
      notification_reason: 'repeat interval elapsed',
      routeLabels: {},
    };
    expect(parse(body)).toEqual({ alerts: [], rejected: [], truncated: 0 });
  });

  it('says how many alerts were left out', () => {
    expect(parse({ ...message(), truncatedAlerts: 12 }).truncated).toBe(12);
    expect(parse({ ...message(), truncatedAlerts: null }).truncated).toBe(0);
  });
});

describe('an alert', () => {
  it('is read for itself, whatever the status of its group', () => {
    const { alerts } = parse(
      message(
        firing({ alertname: 'InstanceDown', instance: 'a' }),
        resolved({ alertname: 'InstanceDown', instance: 'b' }),
      ),
    );
    expect(alerts.map(({ state }) => state)).toEqual(['firing', 'resolved']);
  });

  it('has times in UTC with milliseconds, and an end only once it ended', () => {
    const labels = { alertname: 'InstanceDown' };
    expect(only(firing(labels))).toMatchObject({
      startsAt: '2026-11-21T09:58:12.123Z',
    });
    expect(only(firing(labels))).not.toHaveProperty('endsAt');
    expect(only(resolved(labels))).toMatchObject({
      startsAt: '2026-11-21T09:58:12.123Z',
      endsAt: '2026-11-21T09:59:42.500Z',
    });
  });

  it.each([NaN, null, 'yesterday', '0001-01-01T00:00:00Z', undefined])(
    'has no start where it says %s',
    startsAt => {
      expect(only(firing({ alertname: 'X' }, { startsAt }))).not.toHaveProperty(
        'startsAt',
      );
    },
  );

  it('keeps everything that people need', () => {
    const alert = firing(
      { alertname: 'HighErrorRate', service: 'payments-api' },
      {
        annotations: {
          summary: 'Payments fail\nfor one in ten',
          description: 'Since the last deploy.\nSee the dashboard.',
          runbook_url: 'https://runbooks.test/payments',
        },
      },
    );
    expect(only(alert)).toMatchObject({
      title: 'Payments fail for one in ten',
      description: 'Since the last deploy.\nSee the dashboard.',
      runbookUrl: 'https://runbooks.test/payments',
      url: 'http://prometheus.test:9090/graph?g0.expr=up+%3D%3D+0',
      labels: { alertname: 'HighErrorRate', service: 'payments-api' },
    });
  });
});

describe('its identity', () => {
  it('is the fingerprint that was sent, even where the labels hash to another', () => {
    const alert = firing(
      { alertname: 'X' },
      { fingerprint: 'c4edaaf9f9f839b0' },
    );
    expect(only(alert).dedupKey).toBe('c4edaaf9f9f839b0');
  });

  it('is computed as Alertmanager does it where none was sent', () => {
    // As the API of a running Alertmanager 0.25 shows it for these labels.
    const alert = firing({
      service: 'payments-api',
      alertname: 'HighErrorRate',
      severity: 'critical',
      environment: 'Zürich',
    });
    expect(only(alert).dedupKey).toBe('a559b98a0bc9be85');
  });

  it('differs for two alerts with one summary', () => {
    const annotations = { summary: 'Down' };
    const { alerts } = parse(
      message(
        firing({ alertname: 'Down', instance: 'a' }, { annotations }),
        firing({ alertname: 'Down', instance: 'b' }, { annotations }),
      ),
    );
    expect(alerts[0].title).toBe(alerts[1].title);
    expect(alerts[0].dedupKey).not.toBe(alerts[1].dedupKey);
  });

  it('fits into a key, whatever was sent', () => {
    const fingerprint = `long\u0000${'x'.repeat(1_000)}`;
    expect(only(firing({ alertname: 'X' }, { fingerprint })).dedupKey).toMatch(
      /^[0-9a-f]{64}$/,
    );
  });
});

describe('its severity', () => {
  it.each([
    ['critical', 'critical'],
    ['Page', 'critical'],
    ['error', 'error'],
    ['major', 'error'],
    ['warning', 'warning'],
    ['info', 'info'],
    ['none', 'info'],
    ['sev-2', 'warning'],
    ['', 'warning'],
  ])("'%s' is %s", (severity, ours) => {
    expect(only(firing({ alertname: 'X', severity })).severity).toBe(ours);
  });
});

describe('its title', () => {
  it.each([
    [{ alertname: 'InstanceDown', job: 'node' }, 'InstanceDown on node'],
    [{ alertname: 'InstanceDown' }, 'InstanceDown'],
    [{ team: 'data', host: 'a' }, 'team=data, host=a'],
  ])('without a summary is its name and where: %j', (labels, title) => {
    expect(only(firing(labels)).title).toBe(title);
  });

  it('is cut visibly, between characters', () => {
    const summary = `${'x'.repeat(198)}🔥🔥`;
    const { title } = only(
      firing({ alertname: 'X' }, { annotations: { summary } }),
    );
    expect(title).toBe(`${'x'.repeat(198)}…`);
  });

  it('has no characters that a database does not keep', () => {
    const annotations = { summary: 'Down\u0000 now' };
    expect(only(firing({ alertname: 'X' }, { annotations })).title).toBe(
      'Down now',
    );
  });
});

describe('its links', () => {
  it.each([
    ['data:text/html,<script>', undefined],
    [['java', 'script:run()'].join(''), undefined],
    ['?orgId=1', 'http://alertmanager.test:9093/?orgId=1'],
    ['', undefined],
    [7, undefined],
  ])('%p leads to %p', (generatorURL, url) => {
    expect(only(firing({ alertname: 'X' }, { generatorURL })).url).toBe(url);
  });
});

describe('a bad alert', () => {
  it('is rejected alone, with its place and the field', () => {
    const good = { alertname: 'InstanceDown' };
    const { alerts, rejected } = parse(
      message(
        'alert',
        firing(good),
        firing({ ...good, count: 3 as never }),
        firing(good, { status: 'pending' }),
        { status: 'firing' },
        firing({}),
      ),
    );
    expect(alerts).toHaveLength(1);
    expect(rejected.map(({ index, reason }) => [index, reason])).toEqual([
      [0, 'alert: must be an object'],
      [2, 'labels.count: must be a text'],
      [3, 'status: must be firing or resolved'],
      [4, 'labels: is missing'],
      [5, 'labels: are empty, and there is no fingerprint either'],
    ]);
    expect(rejected[0].body).toBe('alert');
  });

  it('is not one without annotations', () => {
    expect(
      parse(message(firing({ a: 'b' }, { annotations: null }))).rejected,
    ).toEqual([]);
  });
});
