import { mockCredentials } from '@backstage/backend-test-utils';
import { as, openPortal } from './__testUtils__/portal';
import { PluginDatabases } from './database/__testUtils__/PluginDatabases';
import { encodeCursor } from './history/cursor';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const mei = as('mei');
const service = mockCredentials.service.header();
const long = 'x'.repeat(300);
const NUL = 'a%00b';
const AT = '2026-11-21T10:00:00.000Z';

const cursors = {
  nonsense: 'nonsense',
  'no time': encodeCursor(['yesterday', 'x']),
  'a time without end': encodeCursor([1e300, 'x']),
  'a NUL': encodeCursor([AT, 'a\0b']),
  'a number for an id': encodeCursor([AT, 1]),
  'a negative place': encodeCursor([-1]),
  'no place': encodeCursor(['first']),
  'no place among three': encodeCursor(['P\0', AT, 'x']),
};

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let portal: Awaited<ReturnType<typeof openPortal>>;

  beforeEach(async () => {
    portal = await openPortal(await databases.init(databaseId));
    await portal.post('/incidents', { title: 'Slow' }, mei);
  });

  afterEach(() => portal.stop());

  it('finds nothing under an id that cannot be', async () => {
    const found: Record<string, number> = {};
    for (const id of [NUL, long, 'INC-99999999999', 'INC-0', 'INC--1', '%F0']) {
      for (const path of [
        `/incidents/${id}`,
        `/incidents/${id}/timeline`,
        `/intake/deliveries/${id}`,
      ]) {
        const { status } = await portal.get(path, mei);
        found[path] = status;
      }
      const path = `/incidents/${id}/commands`;
      found[path] = (
        await portal.post(path, { command: { type: 'follow' } }, mei)
      ).status;
    }
    for (const [path, status] of Object.entries(found)) {
      expect({ path, status }).toEqual({
        path,
        status: path.includes('%F0') ? 400 : 404,
      });
    }
    expect((await portal.post(`/intake/${NUL}`, {}, service)).status).toBe(404);
    expect(await portal.post('/intake/zabbix', {}, service)).toMatchObject({
      status: 404,
      body: { error: { message: expect.stringMatching(/^source: /) } },
    });
  });

  it('names what is wrong with the entity of a path', async () => {
    for (const path of [
      `/entities/component/default/${NUL}`,
      `/entities/component/default/${NUL}/history`,
      `/entities/component/default/${long}`,
      `/entities/${NUL}/default/x/history`,
    ]) {
      const { status, body } = await portal.get(path, mei);
      expect({ path, status, message: body.error?.message }).toEqual({
        path,
        status: 400,
        message: expect.stringMatching(/^entity: /),
      });
    }
  });

  it('names the cursor that no list gave out', async () => {
    const wrong: unknown[] = [];
    for (const [name, cursor] of Object.entries(cursors)) {
      for (const path of [
        '/incidents?sort=urgency',
        '/incidents?sort=oldest',
        '/incidents/INC-1/timeline?order=oldest',
        '/inbox?view=teams',
        '/entities/component/default/payments-api/history?limit=9',
        '/search-documents/incidents?limit=9',
        '/search-documents/reviews?limit=9',
      ]) {
        const { status, body } = await portal.get(
          `${path}&cursor=${cursor}`,
          mei,
        );
        if (status !== 400 || !body.error.message.startsWith('cursor: ')) {
          wrong.push([name, path, status, body.error?.message]);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('names what is wrong with a body, and takes nothing of it', async () => {
    const tooLarge = { title: 'x', description: 'x'.repeat(600_000) };
    const bodies: [unknown, number, RegExp][] = [
      ['{', 400, /JSON/],
      ['null', 400, /./],
      [[], 400, /^body: /],
      [{ title: ['x'] }, 400, /^title: /],
      [{ title: 'a\0b' }, 400, /^title: /],
      [{ title: 'x', description: 'a\0b' }, 400, /^description: /],
      [{ title: 'x', clientId: 'a\0b' }, 400, /^clientId: /],
      [{ title: 'x', recurrenceOf: 'INC-99999999999' }, 400, /^recurrenceOf: /],
      [tooLarge, 413, /large/],
    ];
    for (const [body, status, message] of bodies) {
      const answer = await portal.post('/incidents', body, mei);
      expect([answer.status, answer.body.error.message]).toEqual([
        status,
        expect.stringMatching(message),
      ]);
    }
    for (const path of [
      '/incidents/commands',
      '/incidents/INC-1/commands',
      '/setup/not-sent/resend',
    ]) {
      for (const body of [[], { command: [] }, { command: { type: 'x' } }]) {
        expect((await portal.post(path, body, mei)).status).toBe(400);
      }
    }
    expect(
      await portal.post(
        '/incidents/INC-1/commands',
        { command: { type: 'follow' }, expectedVersion: 1e15 },
        mei,
      ),
    ).toMatchObject({ status: 409 });
    expect((await portal.get('/incidents', mei)).body.items).toHaveLength(1);
  });
});
