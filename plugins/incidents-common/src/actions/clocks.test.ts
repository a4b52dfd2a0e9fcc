import { after, facts, proposed } from './__testUtils__/desk';
import { actionClocksOf } from './clocks';
import { actionNoticesOf } from './notices';
import { decideAction } from './decide';

const { policy } = facts();
const CLOCK = { actor: { type: 'system', name: 'Clock' } } as const;

it('is due soon two working days before its day, and overdue when that is over', () => {
  expect(actionClocksOf(proposed(), policy)).toEqual([
    { kind: 'due-soon', dueAt: '2026-11-30T23:00:00.000Z' },
    { kind: 'overdue', dueAt: '2026-12-03T23:00:00.000Z' },
  ]);
});

it('says nothing of being due soon where that was so when the day was set', () => {
  const soon = proposed({
    request: { title: 'Shard', type: 'prevent', dueOn: '2026-11-27' },
  });
  expect(actionClocksOf(soon, policy).map(({ kind }) => kind)).toEqual([
    'overdue',
  ]);
});

it('tells that it is overdue again each seven days, counted from when it was told', () => {
  const [, { dueAt }] = actionClocksOf(proposed(), policy);
  const late = after(
    proposed(),
    { type: 'fire-clock', clock: 'overdue', dueAt },
    { ...CLOCK, now: '2026-12-04T08:00:00.000Z' },
  );
  expect(actionClocksOf(late, policy)).toEqual([
    { kind: 'overdue', dueAt: '2026-12-11T08:00:00.000Z' },
  ]);
});

it('is quiet once it is done, and begins anew when its day is moved', () => {
  const accepted = after(proposed(), { type: 'accept' });
  expect(actionClocksOf(after(accepted, { type: 'finish' }), policy)).toEqual(
    [],
  );
  const [, { dueAt }] = actionClocksOf(accepted, policy);
  const late = after(
    accepted,
    { type: 'fire-clock', clock: 'overdue', dueAt },
    { ...CLOCK, now: dueAt },
  );
  const moved = after(late, {
    type: 'move-due',
    dueOn: '2026-12-17',
    reason: 'The vendor is late',
  });
  expect(actionClocksOf(moved, policy).map(({ kind }) => kind)).toEqual([
    'due-soon',
    'overdue',
  ]);
});

it('does nothing for a clock that does not run any more', () => {
  const decision = decideAction(
    proposed(),
    { type: 'fire-clock', clock: 'overdue', dueAt: '2026-11-30T23:00:00.000Z' },
    facts(CLOCK),
  );
  expect(decision.events).toEqual([]);
});

it('tells whoever does it that it is due soon, and whoever answers for it too that it is overdue', () => {
  const told = (clock: 'due-soon' | 'overdue', state = proposed()) =>
    actionNoticesOf(state, {
      type: 'clock-fired',
      actor: CLOCK.actor,
      at: '2026-12-04T08:00:00.000Z',
      data: { clock, dueOn: state.dueOn },
    }).map(({ because, audience }) => [because, audience[0].name]);

  expect(told('due-soon')).toEqual([['responsible', 'Ravi']]);
  expect(told('overdue')).toEqual([
    ['responsible', 'Ravi'],
    ['accountable', 'Nadia'],
  ]);
  const { responsible, accountable, ...nobodys } = proposed();
  expect(told('overdue', nobodys)).toEqual([['owner', 'Payments']]);
});
