import {
  after,
  by,
  mei,
  nadia,
  NOW,
  payments,
  paymentsApi,
  proposed,
  ravi,
} from './__testUtils__/desk';
import { isActionCommandOffered, type ActionCommand } from './commands';
import type { ActionEventType, DecidedActionEvent } from './events';
import { actionNoticesOf } from './notices';
import type { ActionItemState } from './state';

/** Who is told of an event, how and as what. */
function told(
  state: ActionItemState,
  type: ActionEventType,
  data: object = {},
): string[] {
  const event = { type, data, actor: by(mei), at: NOW } as DecidedActionEvent;
  return actionNoticesOf(state, event).flatMap(({ kind, because, audience }) =>
    audience.map(({ name }) => `${kind} to ${name} as ${because}`),
  );
}

const gone = (...refs: string[]): ActionCommand => ({
  type: 'follow-catalog',
  place: { entity: paymentsApi, owner: payments, told: [] },
  gone: refs,
});

describe('actionNoticesOf', () => {
  const state = proposed();
  const undone = after(state, gone(ravi.ref));
  const unanswered = after(state, gone(nadia.ref));

  it.each<[ActionEventType, object, string[]]>([
    ['proposed', {}, ['page to Ravi as responsible']],
    ['clock-fired', { clock: 'due-soon' }, ['page to Ravi as responsible']],
    [
      'clock-fired',
      { clock: 'overdue' },
      ['page to Ravi as responsible', 'page to Nadia as accountable'],
    ],
    [
      'recurred',
      {},
      ['page to Ravi as responsible', 'page to Nadia as accountable'],
    ],
    ['nudged', {}, ['page to Ravi as responsible']],
    ['finished', {}, ['page to Nadia as accountable']],
    ['due-moved', {}, ['news to Ravi as responsible']],
    ['note-added', {}, []],
  ])('of %s %j tells %j', (type, data, people) => {
    expect(told(state, type, data)).toEqual(people);
  });

  it('asks whoever answers for it where nobody does it any more', () => {
    expect(told(undone, 'responsible-gone')).toEqual([
      'page to Nadia as accountable',
    ]);
    expect(told(undone, 'nudged')).toEqual(['page to Nadia as accountable']);
  });

  it('tells the group that owns it where nobody else answers for it any more', () => {
    expect(told(unanswered, 'accountable-gone')).toEqual([
      'news to Payments as owner',
    ]);
    expect(told(unanswered, 'finished')).toEqual(['page to Payments as owner']);
  });

  it('reminds nobody where there is nobody, and offers none to remind', () => {
    const { owner: _, ...nobodys } = after(unanswered, gone(ravi.ref));
    const who = { ownershipRefs: [], permissions: ['respond'] as const };
    expect(told(nobodys, 'nudged')).toEqual([]);
    expect(isActionCommandOffered('nudge', nobodys, who)).toBe(false);
    expect(isActionCommandOffered('nudge', unanswered, who)).toBe(true);
  });
});
