import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  TrackerBusyError,
  type ActionTracker,
  type Ticket,
  type TicketDraft,
  type TicketState,
} from '@linchpin/backstage-plugin-incidents-node';
import { PluginDatabases } from '../../database/__testUtils__/PluginDatabases';
import {
  OutboxMetrics,
  OutboxRecords,
  OutboxRelay,
  OutboxClaims,
} from '../../delivery';
import { openActionDesk } from '../__testUtils__/desk';
import { ActionTrackers } from './ActionTrackers';
import { ACTION_TICKET } from './TicketKeeper';
import { IDLE } from '../../delivery/__testUtils__/idle';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** A tracker whose tickets a test looks at and changes, and that fails when it says so. */
class Tracker implements ActionTracker {
  readonly id = 'board';
  readonly title = 'Board';
  readonly tickets: (TicketDraft & { key: string; state: TicketState })[] = [];
  /** What it answers instead of doing what it is asked. */
  failure: Error | undefined;
  /** What goes wrong once it has made a ticket. */
  failureAfterwards: Error | undefined;
  /** What somebody does while it is asked, once. */
  meanwhile: (() => Promise<void>) | undefined;

  ticketAt(url: string): Ticket | undefined {
    const key = /^https:\/\/board\.example\.com\/(B-\d+)$/.exec(url)?.[1];
    return key ? { key, url } : undefined;
  }

  async find({ marker }: TicketDraft): Promise<Ticket | undefined> {
    this.#fail(this.failure);
    const found = this.tickets.find(ticket => ticket.marker === marker);
    return found && asTicket(found.key);
  }

  async create(draft: TicketDraft): Promise<Ticket> {
    this.#fail(this.failure);
    const key = `B-${this.tickets.length + 1}`;
    this.tickets.push({ ...draft, key, state: 'open' });
    this.#fail(this.failureAfterwards);
    return asTicket(key);
  }

  async read(key: string): Promise<'open' | 'closed' | undefined> {
    this.#fail(this.failure);
    const found = this.tickets.find(ticket => ticket.key === key);
    const { meanwhile } = this;
    this.meanwhile = undefined;
    await meanwhile?.();
    return found && (found.state === 'open' ? 'open' : 'closed');
  }

  async setState(key: string, state: TicketState): Promise<void> {
    this.#fail(this.failure);
    this.is(key, state);
  }

  /** Somebody over there has moved it. */
  is(key: string, state: TicketState): void {
    this.tickets.find(ticket => ticket.key === key)!.state = state;
  }

  #fail(failure: Error | undefined): void {
    if (failure) {
      throw failure;
    }
  }
}

function asTicket(key: string): Ticket {
  return { key, url: `https://board.example.com/${key}` };
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function desk() {
    const tracker = new Tracker();
    const trackers = new ActionTrackers();
    trackers.addTracker(tracker);
    const d = await openActionDesk(await databases.init(databaseId), trackers);
    await d.report('Card payments time out');
    const id = await d.propose('INC-1', { description: 'At 80 %' });
    const { now } = d.stage;
    const relay = new OutboxRelay({
      knex: d.knex,
      claims: new OutboxClaims(),
      now,
      occupation: IDLE,
      metrics: new OutboxMetrics({
        metrics: metricsServiceMock.mock(),
        knex: d.knex,
        records: new OutboxRecords(),
        now,
      }),
      logger: mockServices.logger.mock(),
    });
    relay.registerChannel(d.actions.tickets.channel);
    relay.registerRenderer(ACTION_TICKET, d.actions.tickets.renderer);
    return {
      ...d,
      id,
      tracker,
      /** What waits goes out, as far as it is due. */
      deliver: () => relay.tick(now.now()),
      /** The trackers are asked how their tickets stand. */
      look: () => d.actions.tickets.follower.run(),
      tell: (command: Parameters<typeof d.send>[1]) => d.send(id, command),
      ticket: async () => (await d.get(id)).ticket,
    };
  }

  it('makes a ticket and says where it is, with nothing in it of the incident', async () => {
    const d = await desk();
    await d.tell({ type: 'make-ticket', tracker: 'board' });
    expect(await d.ticket()).toEqual({
      tracker: 'board',
      trackerTitle: 'Board',
      key: null,
      url: null,
      sync: 'waiting',
      problem: null,
    });

    await d.deliver();
    expect(await d.ticket()).toMatchObject({
      key: 'B-1',
      url: 'https://board.example.com/B-1',
      sync: 'in-step',
    });
    expect(d.tracker.tickets).toEqual([
      {
        key: 'B-1',
        state: 'open',
        number: 'ACT-1',
        title: 'Alert on queue length before it overflows',
        description: 'At 80 %',
        url: 'https://portal.example.com/incidents/actions/ACT-1',
        marker: `linchpin action ${d.id}`,
        annotations: {},
      },
    ]);
    await d.deliver();
    expect(d.tracker.tickets).toHaveLength(1);
  });

  it('closes and opens the ticket with the action, once it can be reached', async () => {
    const d = await desk();
    await d.tell({ type: 'make-ticket', tracker: 'board' });
    await d.deliver();
    await d.tell({ type: 'accept' });

    d.tracker.failure = new Error('Board cannot be reached: ECONNREFUSED');
    await d.tell({ type: 'finish' });
    await d.deliver();
    expect(await d.ticket()).toMatchObject({
      sync: 'failed',
      problem: 'Board cannot be reached: ECONNREFUSED',
    });

    d.tracker.failure = undefined;
    d.stage.pass({ seconds: 2 });
    await d.deliver();
    expect(d.tracker.tickets).toMatchObject([{ state: 'done' }]);
    expect(await d.ticket()).toMatchObject({ sync: 'in-step', problem: null });

    await d.tell({ type: 'reopen', reason: 'It overflowed again' });
    await d.tell({ type: 'wont-do', reason: 'The queue goes' });
    await d.deliver();
    expect(d.tracker.tickets).toMatchObject([{ state: 'wont-do' }]);
  });

  it('makes no second ticket where nobody knows whether the first was made', async () => {
    const d = await desk();
    d.tracker.failureAfterwards = new Error('Board cannot be reached: reset');
    await d.tell({ type: 'make-ticket', tracker: 'board' });
    await d.deliver();
    expect(d.tracker.tickets).toHaveLength(1);
    expect(await d.ticket()).toMatchObject({ key: null, sync: 'failed' });

    d.stage.pass({ seconds: 5 });
    await d.deliver();
    expect((await d.ticket())?.problem).toMatch(/looked for in a minute/);
    d.stage.pass({ seconds: 61 });
    await d.deliver();
    expect(d.tracker.tickets).toHaveLength(1);
    expect(await d.ticket()).toMatchObject({ key: 'B-1', sync: 'in-step' });
  });

  it('comes again when a tracker says, and has not given up after it was down for hours', async () => {
    const d = await desk();
    d.tracker.failure = new TrackerBusyError('Board answered 429', 300_000);
    await d.tell({ type: 'make-ticket', tracker: 'board' });
    await d.deliver();
    d.tracker.failure = undefined;
    d.stage.pass({ seconds: 290 });
    await d.deliver();
    expect(d.tracker.tickets).toEqual([]);

    d.tracker.failure = new Error('Board answered 503');
    for (let hour = 0; hour < 5; hour++) {
      for (let minute = 0; minute < 60; minute += 6) {
        d.stage.pass({ minutes: 6 });
        await d.deliver();
      }
    }
    expect(
      await d.knex('outbox').where({ channel: 'tracker', state: 'dead' }),
    ).toHaveLength(1);

    d.tracker.failure = undefined;
    d.stage.pass({ minutes: 60 });
    await d.look();
    await d.deliver();
    expect(await d.ticket()).toMatchObject({ key: 'B-1', sync: 'in-step' });
    expect(d.tracker.tickets).toHaveLength(1);
    expect(
      await d.knex('outbox').where({ channel: 'tracker', state: 'dead' }),
    ).toEqual([]);
  });

  it('follows the ticket: closed there is done here, opened there is in progress here', async () => {
    const d = await desk();
    await d.tell({ type: 'make-ticket', tracker: 'board' });
    await d.deliver();

    d.tracker.is('B-1', 'done');
    await d.look();
    expect(await d.get(d.id)).toMatchObject({ status: 'done' });
    d.tracker.is('B-1', 'open');
    await d.look();
    const { status, events } = await d.get(d.id);
    expect(status).toBe('in-progress');
    expect(
      events.slice(-3).map(({ type, actor }) => [type, actor.name]),
    ).toEqual([
      ['finished', 'Board'],
      ['reopened', 'Board'],
      ['started', 'Board'],
    ]);
    // Nothing goes back that came from there.
    await d.deliver();
    expect(
      await d.knex('outbox').where({ channel: 'tracker' }).select('state'),
    ).toEqual([{ state: 'sent' }]);
  });

  it('lets ours stand while it is on its way, whatever the tracker still says', async () => {
    const d = await desk();
    await d.tell({ type: 'make-ticket', tracker: 'board' });
    await d.deliver();
    await d.tell({ type: 'accept' });
    await d.tell({ type: 'finish' });

    await d.look();
    expect(await d.get(d.id)).toMatchObject({ status: 'done' });
    await d.deliver();
    await d.look();
    expect(await d.get(d.id)).toMatchObject({ status: 'done' });
    expect(d.tracker.tickets).toMatchObject([{ state: 'done' }]);
  });

  it('takes a ticket that was there before, and lets it go again', async () => {
    const d = await desk();
    await d.tracker.create({
      number: '',
      title: 'Queue alert',
      url: '',
      marker: 'of somebody else',
      annotations: {},
    });
    await expect(
      d.tell({ type: 'link-ticket', url: 'https://example.com/1' }),
    ).rejects.toThrow(/^url: /);
    await d.tell({
      type: 'link-ticket',
      url: 'https://board.example.com/B-1',
    });
    expect(await d.ticket()).toMatchObject({ key: 'B-1', sync: 'in-step' });
    expect((await d.get(d.id)).viewer.commands).toEqual(
      expect.arrayContaining(['unlink-ticket']),
    );

    await d.tell({ type: 'unlink-ticket' });
    expect(await d.ticket()).toBeNull();
    d.tracker.is('B-1', 'done');
    await d.look();
    expect(await d.get(d.id)).toMatchObject({ status: 'proposed' });
  });

  it('takes no answer about a ticket that was let go for one of another', async () => {
    const d = await desk();
    const link = (key: string) =>
      d.tell({ type: 'link-ticket', url: asTicket(key).url });
    await d.tell({ type: 'make-ticket', tracker: 'board' });
    await d.deliver();
    await d.tell({ type: 'unlink-ticket' });
    await d.tell({ type: 'make-ticket', tracker: 'board' });
    await d.deliver();
    await d.tell({ type: 'unlink-ticket' });
    await link('B-1');
    d.tracker.is('B-1', 'done');
    d.tracker.is('B-2', 'done');
    d.tracker.meanwhile = async () => {
      await d.tell({ type: 'unlink-ticket' });
      await link('B-2');
    };

    await d.look();
    expect(await d.get(d.id)).toMatchObject({ status: 'proposed' });
    await d.look();
    expect(await d.get(d.id)).toMatchObject({
      status: 'done',
      ticket: { key: 'B-2' },
    });
  });

  it('says that a ticket is gone, and asks for the others all the same', async () => {
    const d = await desk();
    await d.tell({ type: 'make-ticket', tracker: 'board' });
    await d.deliver();
    const other = await d.propose('INC-1', { title: 'Bound the pool' });
    await d.send(other, { type: 'make-ticket', tracker: 'board' });
    await d.deliver();
    d.tracker.is('B-2', 'done');
    d.tracker.tickets.shift();

    await d.look();
    expect(await d.ticket()).toMatchObject({
      sync: 'failed',
      problem: 'B-1 is not there any more',
    });
    expect(await d.get(other)).toMatchObject({ status: 'done' });
  });
});
