import type {
  ActionEvent,
  ActionItemState,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import { actionWords } from './actionWords';

const state = {
  number: 12,
  title: 'Shard the queue',
  dueOn: '2026-12-03',
  owner: { ref: 'group:default/payments', title: 'Payments' },
  accountable: { ref: 'group:default/payments', name: 'Payments' },
  origins: [
    { id: 'i1', number: 41 },
    { id: 'i2', number: 44 },
  ],
} as ActionItemState;

const event = (type: string, data: object = {}, texts?: object) =>
  ({
    type,
    data,
    texts,
    actor: { type: 'user', ref: 'user:default/mei', name: 'Mei' },
  }) as ActionEvent;

it('says what is due, where it came from, and why this person is told', () => {
  const overdue = event('clock-fired', {
    clock: 'overdue',
    dueOn: '2026-12-03',
  });
  expect(actionWords(state, overdue, 'responsible')).toEqual({
    title: 'Overdue since 2026-12-03: Shard the queue',
    description:
      'ACT-12 from INC-41, INC-44, due on 2026-12-03. You are told because you do it.',
  });
  expect(actionWords(state, overdue, 'accountable').description).toMatch(
    /You are told because Payments answers for it\.$/,
  );
});

it('says who owns it now, or that nobody does', () => {
  const to = { owner: { title: 'Orders' } };
  expect(actionWords(state, event('owner-changed', to), 'owner').title).toBe(
    'Now with Orders: Shard the queue',
  );
  const gone = {
    from: { title: 'Payments' },
    unrouted: 'owner-not-in-catalog',
  };
  expect(
    actionWords(state, event('owner-changed', gone), 'stand-in'),
  ).toMatchObject({
    title: 'No longer with Payments, and with nobody yet: Shard the queue',
    description: expect.stringMatching(/nobody is known to own it\.$/),
  });
});

it('hands on what was written with it', () => {
  const given = event('given-up', {}, { reason: 'The service goes.' });
  expect(actionWords(state, given, 'accountable').description).toMatch(
    /^The service goes\.\n\nACT-12/,
  );
});
