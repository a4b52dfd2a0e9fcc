import type { Stage } from '@linchpin/backstage-plugin-incidents-node';
import { nadia, zoe } from './people';
import { alertOf } from './scenes';
import { Teller } from './Teller';

const NINE = '2026-11-21T09:00:00.000Z';
const TEN = '2026-11-21T10:00:00.000Z';
const slow = alertOf('payments-api', 'Slow', 'warning', 'Payments are slow');

function openStage(): jest.Mocked<Stage> {
  return {
    missing: jest.fn(),
    groupsOf: jest.fn(),
    advanceTo: jest.fn(),
    declare: jest.fn(),
    command: jest.fn(),
    review: jest.fn(),
    propose: jest.fn(),
    act: jest.fn(),
    receive: jest.fn(),
    change: jest.fn(),
  };
}

describe('Teller', () => {
  const stage = openStage();
  let teller: Teller;
  const declares = (key: string) =>
    teller.tell(key, {
      at: NINE,
      does: 'declare',
      actor: nadia,
      request: { title: 'Payments are slow' },
    });
  beforeEach(() => {
    jest.resetAllMocks();
    teller = new Teller(stage, [{ ...nadia, ownershipRefs: [nadia.ref] }]);
  });

  it('ends an alert as Alertmanager does: the same one, with its beginning', async () => {
    stage.receive.mockResolvedValue(['id-1']);
    await teller.tell('slow', { at: NINE, does: 'fire', alert: slow });
    await teller.tell('slow', { at: TEN, does: 'end', alert: slow });
    const [firing, resolved] = stage.receive.mock.calls.map(
      ([, body]) => (body as { alerts: object[] }).alerts[0],
    );
    expect(firing).toMatchObject({ status: 'firing', startsAt: NINE });
    expect(resolved).toMatchObject({
      status: 'resolved',
      startsAt: NINE,
      endsAt: TEN,
      labels: slow.labels,
    });
  });

  it('names another incident by its id', async () => {
    stage.declare.mockResolvedValueOnce('id-1').mockResolvedValueOnce('id-2');
    await declares('first');
    await declares('second');
    await teller.tell('second', {
      at: TEN,
      does: 'command',
      actor: nadia,
      command: { type: 'merge', into: 'first' },
    });
    expect(stage.command).toHaveBeenCalledWith(
      expect.objectContaining(nadia),
      'id-2',
      { type: 'merge', into: 'id-1' },
    );
  });

  it('names a change by its id, and stops where it has not been made', async () => {
    stage.declare.mockResolvedValue('id-1');
    stage.change.mockResolvedValue('change-1');
    await declares('slow');
    const blame = {
      at: TEN,
      does: 'command',
      actor: nadia,
      command: { type: 'link-change', changeId: 'payments-api 7' },
    } as const;
    await expect(teller.tell('slow', blame)).rejects.toThrow(
      'payments-api 7 has not been made',
    );
    const change = {
      kind: 'deployment',
      title: 'payments-api 7',
      source: 'pipeline',
      sourceId: 'payments-api 7',
    } as const;
    await teller.tell('slow', { at: NINE, does: 'change', change });
    await teller.tell('slow', blame);
    expect(stage.change).toHaveBeenCalledWith(change);
    expect(stage.command).toHaveBeenCalledWith(
      expect.objectContaining(nadia),
      'id-1',
      { type: 'link-change', changeId: 'change-1' },
    );
  });

  it('has an incident reviewed, and names what is to be done by its id, where somebody has asked for it', async () => {
    stage.declare.mockResolvedValue('id-1');
    stage.propose.mockResolvedValue('action-1');
    await declares('slow');
    const start = { at: TEN, does: 'review', actor: nadia } as const;
    await teller.tell('slow', { ...start, command: { type: 'start' } });
    expect(stage.review).toHaveBeenCalledWith(
      expect.objectContaining(nadia),
      'id-1',
      { type: 'start' },
    );
    const accept = {
      at: TEN,
      does: 'act',
      actor: nadia,
      title: 'Add an index',
      command: { type: 'accept' },
    } as const;
    await expect(teller.tell('slow', accept)).rejects.toThrow(
      'Nobody has asked for "Add an index" after slow',
    );
    const action = { title: 'Add an index', type: 'prevent' } as const;
    await teller.tell('slow', {
      at: TEN,
      does: 'propose',
      actor: nadia,
      action,
    });
    await teller.tell('slow', accept);
    expect(stage.propose).toHaveBeenCalledWith(expect.objectContaining(nadia), {
      ...action,
      incidents: ['id-1'],
    });
    expect(stage.act).toHaveBeenCalledWith(
      expect.objectContaining(nadia),
      'action-1',
      { type: 'accept' },
    );
  });

  it('stops where an alert reaches another incident', async () => {
    stage.receive.mockResolvedValue(['id-1']);
    await teller.tell('slow', { at: NINE, does: 'fire', alert: slow });
    await expect(
      teller.tell('other', { at: TEN, does: 'fire', alert: slow }),
    ).rejects.toThrow(`other, ${TEN}: Slow reaches slow`);
  });

  it('stops where an alert reaches none', async () => {
    stage.receive.mockResolvedValue([undefined]);
    await expect(
      teller.tell('slow', { at: NINE, does: 'fire', alert: slow }),
    ).rejects.toThrow('Slow reaches no incident');
  });

  it('stops where somebody acts whom nobody introduced', async () => {
    await expect(
      teller.tell('slow', {
        at: NINE,
        does: 'declare',
        actor: zoe,
        request: { title: 'Payments are slow' },
      }),
    ).rejects.toThrow('user:default/zoe is not in the story');
  });
});
