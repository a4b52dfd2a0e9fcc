import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { PlannedOnce } from '../database/PlannedOnce';
import { DEFAULT_POLICY } from '@linchpin/backstage-plugin-incidents-common';
import { timelineQuerySchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import { PreventingReader } from '../actions/PreventingReader';
import { accessOf } from '../authorization/__testUtils__/accessOf';
import {
  by,
  mei,
  minute,
  nadia,
  openWard,
} from '../incidents/__testUtils__/ward';
import { EntityReader } from './EntityReader';
import { EntityTally } from './EntityTally';
import { IncidentDetailReader } from './IncidentDetailReader';
import { IncidentReader } from './IncidentReader';
import { ReviewGlance } from '../reviews';
import { ReviewStore } from '../reviews/ReviewStore';
import { TimelineReader } from './TimelineReader';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const api = 'component:default/payments-api';
const web = 'component:default/booking-web';

const noChanges = { near: async () => [] };

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function ward(at = minute(60)) {
    const w = await openWard(await databases.init(databaseId));
    const now = { now: () => at };
    const incidents = new IncidentReader(w.knex, DEFAULT_POLICY);
    const planned = new PlannedOnce(w.knex);
    const entities = new EntityReader({
      knex: w.knex,
      planned,
      incidents,
      contexts: {
        async of(ref) {
          return {
            entity: { ref, title: ref.split('/')[1] },
            dependencies:
              ref === web ? [{ ref: api, title: 'payments-api' }] : [],
            owner: { ref: 'group:default/payments', title: 'Payments' },
            unrouted: null,
            told: [{ ref: nadia.ref, title: nadia.name }],
            toldCount: 2,
          };
        },
      },
      tally: new EntityTally({ knex: w.knex, planned, now }),
    });
    const details = new IncidentDetailReader({
      knex: w.knex,
      reader: incidents,
      candidates: {
        async candidates() {
          return [];
        },
      },
      actions: { ofIncident: async () => [] },
      changes: noChanges,
      preventing: new PreventingReader({ knex: w.knex, now }),
      reviews: new ReviewGlance({ knex: w.knex, reviews: new ReviewStore() }),
      policy: DEFAULT_POLICY,
      now,
    });
    return {
      ...w,
      details,
      card: (ref: string) => entities.card(accessOf(nadia), ref, true),
      timeline: (id: string, query: object = {}) =>
        new TimelineReader({ ...w, changes: noChanges }).page(
          accessOf(nadia),
          id,
          timelineQuerySchema.parse(query),
        ),
    };
  }

  it('says on the card what is live here and around, and how it was', async () => {
    const w = await ward();
    const live = await w.report('Card payments time out');
    const past = await w.report('Refunds wait');
    await w.send(past.id, { type: 'acknowledge' }, by(nadia, minute(1)));
    await w.send(past.id, { type: 'resolve' }, by(nadia, minute(30)));
    const healed = await w.report('Was over soon');
    await w.knex.transaction(tx =>
      w.writer.execute(
        tx,
        healed.id,
        { command: { type: 'recover' } },
        by(nadia, minute(5)),
      ),
    );
    const no = await w.report('Was nothing');
    await w.send(
      no.id,
      { type: 'dismiss', reason: 'false-alarm' },
      by(nadia, minute(1)),
    );

    const own = await w.card(api);

    expect(own.live.map(({ id }) => id)).toEqual([live.id]);
    expect(own).toMatchObject({
      owner: { title: 'Payments' },
      told: [{ title: 'Nadia' }],
      toldCount: 2,
      dependencies: [],
      // What healed after five minutes is no incident, but was no less an impact.
      last90Days: { incidents: 2, impactMs: (60 + 30 + 5) * 60_000 },
    });
    const dependant = await w.card(web);
    expect(dependant.live).toEqual([]);
    expect(
      dependant.dependencies.map(({ incident, via }) => [incident.id, via.ref]),
    ).toEqual([[live.id, api]]);
  });

  it('shows an incident on each entity that it affects, until that one is well again', async () => {
    const w = await ward();
    const { id } = await w.report('Card payments time out');
    const entity = { ref: web, title: 'booking-web' };
    const mark = (level: 'confirmed' | 'recovered', n: number) =>
      w.send(
        id,
        { type: 'mark-affected', entityRef: web, level },
        { ...by(nadia, minute(n)), entity },
      );

    await mark('confirmed', 1);
    expect((await w.card(web)).live.map(incident => incident.id)).toEqual([id]);
    await mark('recovered', 2);
    expect((await w.card(web)).live).toEqual([]);
  });

  it('shows what is live on an entity however much is on what it depends on', async () => {
    const w = await ward();
    for (let n = 0; n < 50; n++) {
      await w.report(`Cards of bank ${n} time out`);
    }
    const { id } = await w.report('Seats are sold twice', { at: minute(10) });
    await w.send(
      id,
      { type: 'mark-affected', entityRef: web, level: 'confirmed' },
      { ...by(nadia, minute(11)), entity: { ref: web, title: 'booking-web' } },
    );

    const { live, dependencies } = await w.card(web);

    expect(live.map(incident => incident.id)).toEqual([id]);
    expect(dependencies).toHaveLength(49);
  });

  it('shows an incident with its people, its reasons and what one may do', async () => {
    const w = await ward();
    const { id } = await w.report('Card payments time out');
    await w.send(id, { type: 'acknowledge' }, by(nadia, minute(1)));

    const detail = await w.details.get(accessOf(nadia), 'INC-1');

    expect(detail).toMatchObject({
      responders: [{ title: 'Nadia' }],
      told: [{ title: 'Nadia' }, { title: 'Ravi' }],
      affected: [{ entity: { ref: api }, level: 'root' }],
      viewer: { isReporter: false },
    });
    expect(detail.clocks.map(({ kind }) => kind)).toEqual([
      'update-warning',
      'update',
    ]);
    expect(detail.viewer.commands).toContain('resolve');
    expect(detail.viewer.commands).not.toContain('acknowledge');
    const reporter = await w.details.get(accessOf(mei), 'INC-1');
    expect(reporter.viewer).toMatchObject({ isReporter: true, follows: true });
  });

  it('tells what happened in either order, page by page', async () => {
    const w = await ward();
    const { id } = await w.report('Card payments time out');
    await w.send(
      id,
      { type: 'add-note', text: 'Looking' },
      by(nadia, minute(1)),
    );

    const oldest = await w.timeline(id, { order: 'oldest' });
    const newest = await w.timeline(id);
    const page = await w.timeline(id, { limit: 1 });

    expect(newest.items).toEqual([...oldest.items].reverse());
    expect(page.items).toEqual([newest.items[0]]);
    expect(
      (await w.timeline(id, { limit: 1, cursor: page.nextCursor })).items,
    ).toEqual([newest.items[1]]);
    expect(newest.items[0]).toMatchObject({
      type: 'note-added',
      at: minute(1),
      actor: { name: 'Nadia' },
      texts: { text: 'Looking' },
    });
  });
});
