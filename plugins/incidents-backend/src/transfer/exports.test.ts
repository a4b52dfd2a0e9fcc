import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { as, openPortal } from '../__testUtils__/portal';
import { imported, type Portal } from './__testUtils__/imports';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const mei = as('mei');
const entityRef = 'component:default/payments-api';

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await openPortal(await databases.init(databaseId));
  });

  afterEach(() => portal.stop());

  const report = (title: string, more: object = {}) =>
    portal.post('/incidents', { title, ...more }, mei).expect(201);
  const exported = async (query: string) =>
    (await portal.get(`/incidents/export?${query}`, mei).expect(200)).text;

  it('gives the list of a filter as CSV, with which no title computes anything', async () => {
    await report('=1+1, "quoted"', { entityRef });
    await report('Another');

    const answer = await portal.get(
      `/incidents/export?format=csv&entity=${entityRef}`,
      mei,
    );

    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="incidents-\d{4}-\d\d-\d\d\.csv"$/,
      ),
    });
    const [header, row, end] = answer.text.split('\r\n');
    expect(header).toMatch(/^\uFEFFnumber,title,status,/);
    expect(row).toMatch(/^INC-1,"'=1\+1, ""quoted""",/);
    expect(end).toBe('');
  });

  it('gives every incident of a long list once, in its order, as JSON lines', async () => {
    const ids = Array.from({ length: 205 }, (_, n) => n);
    const opened = (n: number) =>
      new Date(Date.UTC(2020, 0, 1, n)).toISOString();
    await imported(portal, mei, {
      mapping: JSON.stringify({
        system: 'Tracker',
        rows: 'incidents',
        format: 'jsonl',
        id: 'id',
        title: 'Trouble {id}',
        declaredAt: 'opened',
      }),
      file: ids
        .map(id => JSON.stringify({ id, opened: opened(id) }))
        .join('\n'),
    });

    const text = await exported('format=jsonl&sort=oldest');

    const rows = text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(rows.map(({ title }) => title)).toEqual(
      ids.map(id => `Trouble ${id}`),
    );
    expect(await exported('format=jsonl&q=nowhere')).toBe('');
  });

  it('tells both durations of what was reopened', async () => {
    await report('Slow', { entityRef });
    const send = (command: object) =>
      portal.post('/incidents/INC-1/commands', { command }, mei).expect(200);
    await send({ type: 'resolve' });
    await send({ type: 'reopen', reason: 'Again' });
    await send({ type: 'resolve' });

    const row = JSON.parse(await exported('format=jsonl'));

    expect(row).toMatchObject({ reopened: 1, status: 'resolved' });
    expect(row.elapsedMs).toBe(
      Date.parse(row.resolvedAt) - Date.parse(row.impactStartedAt),
    );
    expect(row.impactMs).toBeLessThanOrEqual(row.elapsedMs);
  });

  it('asks for the permission to read, and for a format', async () => {
    const status = async (query: string) =>
      (await portal.get(`/incidents/export${query}`, mei)).status;

    expect(await status('')).toBe(400);
    portal.decide({
      'incidents.incident.read': { result: AuthorizeResult.DENY },
    });
    expect(await status('?format=csv')).toBe(403);
  });
});
