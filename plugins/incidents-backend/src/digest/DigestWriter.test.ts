import { mockServices } from '@backstage/backend-test-utils';
import type { DigestDay } from '@linchpin/backstage-plugin-incidents-common/history';
import { insertAction } from '../actions/__testUtils__/insertAction';
import { DirectoryStage } from '../catalog/__testUtils__/DirectoryStage';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { OutboxStore, type OutboxMessage } from '../delivery';
import { EntityNames } from '../history/EntityNames';
import { RecordReader } from '../history/RecordReader';
import {
  by,
  minute,
  nadia,
  openWard,
  ravi,
} from '../incidents/__testUtils__/ward';
import { NoiseReader } from '../insights/NoiseReader';
import { DigestReader } from './DigestReader';
import { DigestRenderer } from './DigestRenderer';
import { DigestWriter } from './DigestWriter';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Two hours after the incidents of these tests begin: on a Saturday at noon. */
const DAY: DigestDay = { weekday: 'saturday', hour: 12, zone: 'UTC' };
const NOON = minute(120);
const PAYMENTS = 'group:default/payments';

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function open() {
    const ward = await openWard(await databases.init(databaseId));
    const { knex } = ward;
    const { directory } = await DirectoryStage.open(knex, [
      { ref: 'group:payments', title: 'Payments' },
    ]);
    await directory.refresh.run();
    const names = new EntityNames({ knex, directory });
    const reader = new DigestReader({
      knex,
      records: new RecordReader({ knex, now: { now: () => NOON } }),
      noise: new NoiseReader({ knex, names }),
      now: { now: () => NOON },
    });
    const people = jest.fn(async () => ({
      owner: { ref: PAYMENTS },
      people: [nadia, ravi],
    }));
    const logger = mockServices.logger.mock();
    const writer = () =>
      new DigestWriter({
        knex,
        reader,
        people: { passOn: people },
        outbox: new OutboxStore(),
        day: DAY,
        onWritten: () => {},
        logger,
      });
    return {
      ...ward,
      people,
      logger,
      writer,
      renderer: new DigestRenderer({ reader, names }),
      async written() {
        const rows = await knex('outbox')
          .where({ subject_kind: 'digest' })
          .orderBy('recipient_ref');
        return rows.map(row => [row.subject_id, row.recipient_ref]);
      },
      /** An incident of half an hour without an update, over before noon. */
      async resolved() {
        const { id } = await ward.report('Card payments time out');
        const command = { type: 'acknowledge' } as const;
        await ward.send(id, command, by(nadia, minute(5)));
        await ward.send(id, { type: 'resolve' }, by(nadia, minute(30)));
      },
    };
  }

  it('tells each person of a group once, however often and on however many replicas', async () => {
    const desk = await open();
    await desk.resolved();
    const writer = desk.writer();

    await writer.write(NOON);
    await writer.write(minute(135));
    await desk.writer().write(minute(150));

    expect(await desk.written()).toEqual([
      [PAYMENTS, nadia.ref],
      [PAYMENTS, ravi.ref],
    ]);
    expect(desk.people).toHaveBeenCalledTimes(2);
  });

  it('says when it is sent how the week was', async () => {
    const desk = await open();
    await desk.resolved();
    await desk.writer().write(NOON);
    const [row] = await desk.knex('outbox').where({ subject_kind: 'digest' });

    expect(
      await desk.renderer.render({
        ...row,
        subjectId: row.subject_id,
        payload: JSON.parse(row.payload),
      }),
    ).toEqual({
      topic: 'incidents',
      title: 'Last week at Payments: 1 resolved, 0 live',
      description:
        'Customers were affected for 30 min. 1 of 1 updates came late or not at all. You are told because you are in Payments.',
      severity: 'low',
      link: '/incidents/insights',
      scope: `digest:${PAYMENTS}`,
    });
  });

  it('tells the owner of overdue action items also where nothing else happened', async () => {
    const desk = await open();
    const { id } = await desk.report('Card payments time out');
    await desk
      .knex('incidents')
      .where({ id })
      .update({ declared_at: new Date('2025-11-21T10:00:00.000Z') });
    await insertAction(desk.knex, { number: 1, incidents: [id] });
    await insertAction(desk.knex, {
      number: 2,
      incidents: [id],
      dueAt: minute(121),
    });
    await desk.writer().write(NOON);

    expect(await desk.written()).toEqual([
      [PAYMENTS, nadia.ref],
      [PAYMENTS, ravi.ref],
    ]);
    expect(
      await desk.renderer.render({
        subjectId: PAYMENTS,
        payload: { from: minute(-10_000), to: NOON },
      } as unknown as OutboxMessage),
    ).toMatchObject({
      description:
        'Customers were not affected. 1 action item is overdue. You are told because you are in Payments.',
    });
  });

  it('is quiet where nothing happened, where it is private, and where it is no news any more', async () => {
    const desk = await open();
    await desk.writer().write(NOON);
    await desk.report('Invoices of others are shown', { private: true });
    await desk.writer().write(NOON);
    await desk.resolved();
    await desk.writer().write(minute(119));
    await desk.writer().write(minute(120 + 25 * 60));

    expect(await desk.written()).toEqual([]);
  });

  it('tells nobody of a group that has no people what its week was like', async () => {
    const desk = await open();
    await desk.resolved();
    desk.people.mockResolvedValueOnce({
      owner: { ref: 'group:default/last-resort' },
      people: [nadia],
    });

    await desk.writer().write(NOON);

    expect(await desk.written()).toEqual([]);
  });

  it('tells later whom the catalog does not know at the moment', async () => {
    const desk = await open();
    await desk.resolved();
    desk.people.mockRejectedValueOnce(new Error('The catalog is down'));
    const writer = desk.writer();

    await writer.write(NOON);
    expect(await desk.written()).toEqual([]);
    expect(desk.logger.error).toHaveBeenCalledTimes(1);

    await writer.write(minute(135));
    expect(await desk.written()).toHaveLength(2);
  });
});
