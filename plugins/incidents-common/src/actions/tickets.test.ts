import type { ActionCommand } from './commands';
import { decideAction } from './decide';
import type { ActionFacts } from './decision';
import type { DecidedActionEvent } from './events';
import { evolveAction, openedAction } from './evolve';
import type { ActionItemState } from './state';
import { ticketStateOf, type ActionTicket } from './tickets';
import { ACTION_STATUSES } from './vocabulary';

const NOW = '2026-11-26T10:00:00.000Z';
const nadia = { ref: 'user:default/nadia', name: 'Nadia' };

const asked: ActionTicket = { tracker: 'jira', trackerTitle: 'Jira' };
const made: ActionTicket = {
  ...asked,
  key: 'PAY-7',
  url: 'https://acme.atlassian.net/browse/PAY-7',
};

const proposed: DecidedActionEvent<'proposed'> = {
  type: 'proposed',
  at: NOW,
  actor: { type: 'user', ...nadia },
  data: {
    number: 12,
    title: 'Alert on queue length before it overflows',
    type: 'detect',
    priority: 'P2',
    accountable: nadia,
    dueOn: '2026-12-24',
    origins: [{ id: 'i1', number: 1 }],
  },
};

function factsOf(ticket?: ActionTicket): ActionFacts {
  return {
    now: NOW,
    actor: { type: 'user', ...nadia },
    who: {
      ref: nadia.ref,
      ownershipRefs: [nadia.ref],
      permissions: ['participate', 'respond', 'manage'],
    },
    policy: { dueWithin: { P1: 1, P2: 1, P3: 1, P4: 1, P5: 1 }, zone: 'UTC' },
    ...(ticket && { ticket }),
  };
}

function after(
  state: ActionItemState,
  command: ActionCommand,
  ticket?: ActionTicket,
): ActionItemState {
  const { events, refusal } = decideAction(state, command, factsOf(ticket));
  if (refusal) {
    throw new Error(refusal.message);
  }
  return events.reduce(evolveAction, state);
}

const begun = openedAction('a1', proposed);
const linked = after(begun, { type: 'link-ticket', url: made.url! }, made);

describe('the ticket of an action item', () => {
  it('is asked for, and linked once the tracker has made it', () => {
    const waiting = after(
      begun,
      { type: 'make-ticket', tracker: 'jira' },
      asked,
    );
    expect(waiting.ticket).toEqual(asked);
    expect(
      after(waiting, { type: 'ticket-made', ticket: made }).ticket,
    ).toEqual(made);
  });

  it('is one that was made for nobody where it was unlinked meanwhile', () => {
    const waiting = after(
      begun,
      { type: 'make-ticket', tracker: 'jira' },
      asked,
    );
    const unlinked = after(waiting, { type: 'unlink-ticket' });
    expect(unlinked.ticket).toBeUndefined();
    expect(after(unlinked, { type: 'ticket-made', ticket: made })).toBe(
      unlinked,
    );
  });

  it('is one alone: another is refused, the same again changes nothing', () => {
    expect(linked.ticket).toEqual(made);
    expect(after(linked, { type: 'link-ticket', url: made.url! }, made)).toBe(
      linked,
    );
    expect(() =>
      after(linked, { type: 'make-ticket', tracker: 'jira' }, asked),
    ).toThrow('It has a ticket of Jira already: PAY-7');
  });

  it('is refused by the field where no tracker has it', () => {
    const refusalOf = (command: ActionCommand) =>
      decideAction(begun, command, factsOf()).refusal;
    expect(
      refusalOf({ type: 'link-ticket', url: 'https://example.com/1' }),
    ).toMatchObject({ kind: 'input', field: 'url' });
    expect(refusalOf({ type: 'make-ticket', tracker: 'none' })).toMatchObject({
      kind: 'input',
      field: 'tracker',
    });
  });

  it('takes the action with it: closed is done, opened again is in progress', () => {
    const follow = (state: ActionItemState, is: 'open' | 'closed') =>
      after(state, { type: 'follow-ticket', key: 'PAY-7', is });

    const done = follow(linked, 'closed');
    expect(done).toMatchObject({ status: 'done', closedAt: NOW });
    expect(follow(done, 'closed')).toBe(done);
    expect(follow(done, 'open')).toMatchObject({ status: 'in-progress' });
    expect(follow(linked, 'open')).toBe(linked);
  });

  it('takes nothing with it that it does not stand for any more', () => {
    const unlinked = after(linked, { type: 'unlink-ticket' });
    expect(
      after(unlinked, { type: 'follow-ticket', key: 'PAY-7', is: 'closed' }),
    ).toBe(unlinked);
  });

  it('is to stand as the action does', () => {
    expect(
      Object.fromEntries(
        ACTION_STATUSES.map(status => [status, ticketStateOf(status)]),
      ),
    ).toEqual({
      proposed: 'open',
      accepted: 'open',
      'in-progress': 'open',
      done: 'done',
      verified: 'done',
      'wont-do': 'wont-do',
    });
  });
});
