import type { UserCommand } from '@linchpin/backstage-plugin-incidents-common';
import { DEFAULT_REVIEW_POLICY } from '@linchpin/backstage-plugin-incidents-common/reviews';
import { systemTime } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { Confidence } from '../authorization';
import { ClockStore } from '../clocks';
import { openEngine } from '../clocks/__testUtils__/openEngine';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { OutboxStore } from '../delivery';
import { toEntry } from '../delivery/outboxRow';
import { CommitHints } from '../incidents/CommitHints';
import { by, minute, nadia, openWard } from '../incidents/__testUtils__/ward';
import { composeReviewWriting } from './composeReviews';
import { REVIEW } from './kind';
import { ReviewRenderer } from './ReviewRenderer';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** The end of the third working day after the Saturday of the resolve. */
const DRAFT_DUE = '2026-11-26T00:00:00.000Z';

async function openRoom(knex: Knex, options: { private?: true } = {}) {
  const w = await openWard(knex);
  const clocks = new ClockStore();
  const confidence = new Confidence({
    knex,
    teams: { groupsOf: async () => [] },
  });
  const reviews = composeReviewWriting({
    knex,
    now: systemTime,
    policy: DEFAULT_REVIEW_POLICY,
    clocks,
    outbox: new OutboxStore(),
    incidents: w.incidents,
    people: {
      snapshots: async refs =>
        new Map(refs.map(ref => [ref, { ref, title: ref }])),
    },
    confidence,
    hints: new CommitHints(),
  });
  const engine = openEngine(knex, systemTime, REVIEW, reviews.clockHandler);
  const renderer = new ReviewRenderer({
    ...reviews,
    knex,
    incidents: w.incidents,
    confidence,
    zone: 'UTC',
  });
  const { id } = await w.report('Payments fail', options);
  const tell = (command: UserCommand, at: string) =>
    w.send(id, command, by(nadia, at));
  await tell(
    { type: 'prioritise', impact: 'high', urgency: 'high', risks: [] },
    minute(1),
  );
  await tell({ type: 'acknowledge' }, minute(2));
  return {
    ...w,
    id,
    tell,
    engine,
    service: reviews.service,
    state: () => reviews.reviews.get(knex, id),
    clocksOf: async () =>
      (await knex('clocks').where({ subject_kind: REVIEW }))
        .map(({ kind }) => kind)
        .sort(),
    /** What is to be sent, in words. */
    async notices() {
      const rows = await knex('outbox')
        .where({ subject_kind: REVIEW, state: 'pending' })
        .orderBy('id');
      return Promise.all(
        rows.map(async row => {
          const sent = await renderer.render({
            ...toEntry(row),
            id: row.id,
            key: row.key,
            attempts: 1,
          });
          return `${row.kind} to ${row.recipient_ref}: ${sent && 'title' in sent ? sent.title : 'nothing'}`;
        }),
      );
    },
  };
}

describe.each(databases.eachSupportedId())(
  'a review that follows its incident on %s',
  databaseId => {
    it('comes into being with the resolve, or not at all', async () => {
      const w = await openRoom(await databases.init(databaseId));
      await expect(
        w.knex.transaction(async tx => {
          await w.writer.execute(
            tx,
            w.id,
            { command: { type: 'resolve' } },
            by(nadia, minute(5)),
          );
          throw new Error('The machine stops');
        }),
      ).rejects.toThrow('The machine stops');
      expect(await w.state()).toBeUndefined();
      expect(await w.clocksOf()).toEqual([]);

      await w.tell({ type: 'resolve' }, minute(5));
      expect(await w.state()).toMatchObject({
        status: 'needed',
        owner: nadia,
        draftDueAt: DRAFT_DUE,
      });
      expect(await w.clocksOf()).toEqual(['draft', 'draft-soon', 'meeting']);
      expect(await w.notices()).toEqual([
        'page to user:default/nadia: Write the review: Payments fail',
      ]);
    });

    it('reminds its owner, and says when it is overdue', async () => {
      const w = await openRoom(await databases.init(databaseId));
      await w.tell({ type: 'resolve' }, minute(5));
      expect(await w.engine.tick('2026-11-25T08:59:59.000Z')).toBe(0);
      expect(await w.engine.tick('2026-11-25T09:00:00.000Z')).toBe(1);
      expect(await w.engine.tick(DRAFT_DUE)).toBe(1);
      expect(await w.engine.tick(DRAFT_DUE)).toBe(0);
      expect(await w.notices()).toEqual([
        'page to user:default/nadia: Write the review: Payments fail',
        'page to user:default/nadia: Review due today: Payments fail',
        'page to user:default/nadia: Review overdue: Payments fail',
      ]);
      expect(await w.clocksOf()).toEqual(['meeting']);
    });

    it('is not needed any more once the priority has fallen, which is told and asks nothing', async () => {
      const w = await openRoom(await databases.init(databaseId));
      await w.tell({ type: 'resolve' }, minute(5));
      await w.tell(
        { type: 'prioritise', impact: 'low', urgency: 'low', risks: [] },
        minute(6),
      );
      expect(await w.state()).toMatchObject({ status: 'not-needed' });
      expect(await w.clocksOf()).toEqual([]);
      expect(await w.notices()).toEqual([
        'news to user:default/nadia: No review needed: Payments fail',
      ]);
    });

    it('waits for the incident that was reopened', async () => {
      const w = await openRoom(await databases.init(databaseId));
      await w.tell({ type: 'resolve' }, minute(5));
      await w.tell({ type: 'reopen', reason: 'It fails again' }, minute(6));
      expect(await w.clocksOf()).toEqual([]);
      await w.tell({ type: 'resolve' }, minute(7));
      expect(await w.clocksOf()).toEqual(['draft', 'draft-soon', 'meeting']);
    });

    it('says nothing of a private incident to whoever may not know of it', async () => {
      const w = await openRoom(await databases.init(databaseId), {
        private: true,
      });
      await w.tell({ type: 'resolve' }, minute(5));
      expect(await w.notices()).toEqual([
        'page to user:default/nadia: Write the review: Payments fail',
      ]);
      const stranger = { ref: 'user:default/rita', name: 'Rita' };
      await expect(
        w.service.execute(nadia, w.id, {
          command: { type: 'assign-owner', ownerRef: stranger.ref },
        }),
      ).rejects.toThrow('ownerRef: user:default/rita may not know');
      await w.service.execute(nadia, w.id, {
        command: {
          type: 'plan-meeting',
          at: '2030-01-01T00:00:00.000Z',
          attendees: [stranger.ref],
        },
      });
      expect(await w.notices()).toEqual(['news to user:default/rita: nothing']);
    });

    it('asks the database nothing where nothing concerns it', async () => {
      const w = await openRoom(await databases.init(databaseId));
      const asked: string[] = [];
      w.knex.on('query', ({ sql }) => asked.push(sql));
      await w.tell({ type: 'change-status', to: 'fixing' }, minute(5));
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter(sql => sql.includes('review'))).toEqual([]);
    });
  },
);
