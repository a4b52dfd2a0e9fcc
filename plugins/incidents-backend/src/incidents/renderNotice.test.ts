import type {
  IncidentState,
  TimelineEvent,
} from '@linchpin/backstage-plugin-incidents-common';
import { noticeWords } from './renderNotice';

const DAY = 24 * 60 * 60_000;
const policy = { recoveredFor: DAY };

const state = {
  number: 41,
  title: 'Card payments time out',
  priority: 'P2',
  entity: { ref: 'component:default/payments-api', title: 'payments-api' },
  owner: { ref: 'group:default/payments', title: 'Payments' },
} as IncidentState;

const event = (type: string, data: object = {}, texts?: object) =>
  ({ type, data, texts }) as TimelineEvent;

it('asks somebody to take it, where, and says why them', () => {
  expect(noticeWords(state, event('routed'), 'page', policy)).toEqual({
    title: 'P2 Card payments time out',
    description:
      'Acknowledge, pass on or dismiss it on payments-api. You are told because Payments answers for it.',
  });
  expect(
    noticeWords(
      state,
      event('clock-fired', { clock: 'acknowledge' }),
      'page',
      policy,
    ).description,
  ).toContain('Nobody has taken it in time');
});

it('does not name an owner where there is none', () => {
  const { owner: _owner, entity: _entity, ...unrouted } = state;
  expect(
    noticeWords(unrouted as IncidentState, event('routed'), 'page', policy)
      .description,
  ).toBe(
    'Acknowledge, pass on or dismiss it. You are told because nobody is known to answer for it.',
  );
});

it.each([
  [DAY, '24 h'],
  [DAY / 16, '1 h 30 min'],
  [DAY / 48, '30 min'],
])('says of what recovered when it closes by itself: %d', (ms, duration) => {
  expect(
    noticeWords(state, event('recovered'), 'page', { recoveredFor: ms }),
  ).toEqual({
    title: 'Recovered by itself: Card payments time out',
    description: `All its alerts ended before anybody took it. It closes by itself after ${duration}.`,
  });
});

it('tells followers the update in its own words, with the workaround', () => {
  expect(
    noticeWords(
      state,
      event(
        'update-posted',
        {},
        { impact: '1 in 5 fails', action: 'Failing over', workaround: 'Wait' },
      ),
      'news',
      policy,
    ),
  ).toEqual({
    title: 'Update: Card payments time out',
    description: '1 in 5 fails\n\nFailing over\n\nWorkaround: Wait',
  });
});

it.each([
  ['resolved', {}, 'Resolved', 'Normal service is back'],
  ['reopened', {}, 'Reopened', 'not over after all'],
  ['resumed', {}, 'Resumed', 'you lead it'],
  ['routed', {}, 'Yours, and in hand', 'nothing to take'],
  ['dismissed', {}, 'Dismissed', 'no incident'],
  ['merged', { into: { id: 'b', number: 12 } }, 'Merged', 'INC-12'],
  ['undone', {}, 'Back again', 'goes on'],
  ['clock-fired', { clock: 'update' }, 'Update overdue', 'INC-41'],
  ['clock-fired', { clock: 'update-warning' }, 'Update due soon', 'INC-41'],
  ['clock-fired', { clock: 'watch' }, 'Ready to resolve?', 'quiet since'],
])('says of %s %o that it is %s', (type, data, head, words) => {
  const { title, description } = noticeWords(
    state,
    event(type, data),
    'news',
    policy,
  );
  expect(title).toBe(`${head}: Card payments time out`);
  expect(description).toContain(words);
});
