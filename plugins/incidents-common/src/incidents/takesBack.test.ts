import type { IncidentDetail } from '../schemas/answers';
import type { UserCommand } from '../schemas/commands';
import { takesBack } from './takesBack';

const entityRef = 'component:default/payments-api';
const onHold = {
  reason: 'vendor' as const,
  since: '2026-11-21T10:00:00.000Z',
  resumeBy: '2026-11-21T14:00:00.000Z',
};

function incident(facts: Partial<IncidentDetail> = {}): IncidentDetail {
  return {
    title: 'Payments fail',
    status: 'fixing',
    onHold: null,
    impact: 'high',
    urgency: 'low',
    risks: ['spreading'],
    override: null,
    causedBy: null,
    entityRef,
    affected: [],
    ...facts,
  } as IncidentDetail;
}

const taken = (command: UserCommand, facts?: Partial<IncidentDetail>) =>
  takesBack(command, incident(facts));

it.each<[UserCommand, UserCommand]>([
  [{ type: 'dismiss', reason: 'expected' }, { type: 'undo' }],
  [{ type: 'merge', into: 'INC-2' }, { type: 'undo' }],
  [{ type: 'follow' }, { type: 'unfollow' }],
  [{ type: 'unfollow' }, { type: 'follow' }],
  [{ type: 'confirm-workaround' }, { type: 'retract-workaround' }],
  [{ type: 'retract-workaround' }, { type: 'confirm-workaround' }],
  [{ type: 'make-private' }, { type: 'make-public' }],
  [{ type: 'make-public' }, { type: 'make-private' }],
  [
    { type: 'hold', reason: 'change', resumeBy: onHold.resumeBy },
    { type: 'resume' },
  ],
  [
    { type: 'change-status', to: 'monitoring' },
    { type: 'change-status', to: 'fixing' },
  ],
  [{ type: 'link-change', changeId: 'change-1' }, { type: 'unlink-change' }],
  [
    { type: 'rename', title: 'Cards fail' },
    { type: 'rename', title: 'Payments fail' },
  ],
  [
    { type: 'prioritise', impact: 'low', urgency: 'low', risks: [] },
    {
      type: 'prioritise',
      impact: 'high',
      urgency: 'low',
      risks: ['spreading'],
    },
  ],
  [
    { type: 'assign-entity', entityRef: 'resource:default/orders-db' },
    { type: 'assign-entity', entityRef },
  ],
  [
    {
      type: 'mark-affected',
      entityRef: 'api:default/orders',
      level: 'confirmed',
    },
    { type: 'unmark-affected', entityRef: 'api:default/orders' },
  ],
])('%j is taken back by %j', (command, back) => {
  expect(taken(command)).toEqual(back);
});

it('the change that was linked before is linked again', () => {
  const causedBy = { id: 'change-2' } as IncidentDetail['causedBy'];
  const back = { type: 'link-change', changeId: 'change-2' };
  expect(
    taken({ type: 'link-change', changeId: 'change-1' }, { causedBy }),
  ).toEqual(back);
  expect(taken({ type: 'unlink-change' }, { causedBy })).toEqual(back);
});

it('what was on hold is on hold again, for what and until when it was', () => {
  const hold = {
    type: 'hold',
    reason: onHold.reason,
    resumeBy: onHold.resumeBy,
  };
  expect(taken({ type: 'resume' }, { onHold })).toEqual(hold);
  expect(
    taken(
      { type: 'hold', reason: 'change', resumeBy: '2026-11-22T10:00:00.000Z' },
      { onHold },
    ),
  ).toEqual(hold);
});

it('an affected entity is as sure as it was', () => {
  const ref = 'api:default/orders';
  const affected = [
    {
      entity: { ref, title: 'Orders' },
      level: 'suspected' as const,
      since: onHold.since,
    },
  ];
  const back = { type: 'mark-affected', entityRef: ref, level: 'suspected' };
  expect(
    taken({ type: 'unmark-affected', entityRef: ref }, { affected }),
  ).toEqual(back);
  expect(
    taken(
      { type: 'mark-affected', entityRef: ref, level: 'recovered' },
      { affected },
    ),
  ).toEqual(back);
});

it.each<[string, UserCommand, Partial<IncidentDetail>]>([
  [
    'the first status',
    { type: 'change-status', to: 'fixing' },
    { status: 'triage' },
  ],
  [
    'work that ended a hold',
    { type: 'change-status', to: 'monitoring' },
    { onHold },
  ],
  [
    'a priority that had been set by hand',
    { type: 'prioritise', impact: 'low', urgency: 'low', risks: [] },
    { override: 'P1' },
  ],
  [
    'the first entity',
    { type: 'assign-entity', entityRef },
    { entityRef: null },
  ],
  ['what was told', { type: 'post-update', impact: 'a', action: 'b' }, {}],
  ['what changed hands', { type: 'acknowledge' }, {}],
])('%s stays as it is', (_, command, before) => {
  expect(taken(command, before)).toBeUndefined();
});
