import type { Action } from '../schemas/answers';
import type { UserActionCommand } from '../schemas/actions';
import { takesBackOfAction } from './takesBack';

const tomas = { ref: 'user:default/tomas.silva', title: 'Tomás Silva' };
const payments = { ref: 'group:default/payments', title: 'Payments' };
const ledger = { ref: 'component:default/ledger-api', title: 'ledger-api' };
const ticket = {
  tracker: 'jira',
  trackerTitle: 'Jira',
  url: 'https://jira.example.com/browse/PAY-12',
  key: 'PAY-12',
  sync: 'in-step' as const,
  problem: null,
};

function action(facts: Partial<Action> = {}): Action {
  return {
    responsible: tomas,
    accountable: payments,
    entity: ledger,
    incidents: [{ number: 'INC-41', title: 'Payouts stop' }],
    ticket,
    ...facts,
  } as Action;
}

const taken = (command: UserActionCommand, facts?: Partial<Action>) =>
  takesBackOfAction(command, action(facts));

it.each<[UserActionCommand, UserActionCommand]>([
  [
    { type: 'assign', responsibleRef: null },
    { type: 'assign', responsibleRef: tomas.ref },
  ],
  [
    { type: 'make-accountable', accountableRef: tomas.ref },
    { type: 'make-accountable', accountableRef: payments.ref },
  ],
  [
    { type: 'move-to-entity', entityRef: 'component:default/cards-api' },
    { type: 'move-to-entity', entityRef: ledger.ref },
  ],
  [
    { type: 'link-incident', incident: 'INC-42' },
    { type: 'unlink-incident', incident: 'INC-42' },
  ],
  [{ type: 'unlink-ticket' }, { type: 'link-ticket', url: ticket.url }],
])('takes back %j by %j', (command, back) => {
  expect(taken(command)).toEqual(back);
});

it('leaves without anybody what nobody did before', () => {
  expect(
    taken({ type: 'assign', responsibleRef: tomas.ref }, { responsible: null }),
  ).toEqual({ type: 'assign', responsibleRef: null });
});

it.each<[UserActionCommand, Partial<Action>]>([
  [
    { type: 'make-accountable', accountableRef: tomas.ref },
    { accountable: null },
  ],
  [{ type: 'move-to-entity', entityRef: ledger.ref }, { entity: null }],
  [{ type: 'link-incident', incident: 'inc-41' }, {}],
  [{ type: 'unlink-ticket' }, { ticket: { ...ticket, url: null } }],
  [{ type: 'finish' }, {}],
  [{ type: 'move-due', dueOn: '2026-12-24', reason: 'Later' }, {}],
])('knows no way back from %j of %j', (command, facts) => {
  expect(taken(command, facts)).toBeUndefined();
});
