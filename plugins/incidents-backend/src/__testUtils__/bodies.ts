import type {
  ReviewCommand,
  UserActionCommand,
  UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { firing, message } from '../alerts/alertmanager/__fixtures__/messages';

/*
 * What each route takes as it is: complete where the types say so, so that a test of
 * all commands or all routes leaves none out.
 */

export const AT = '2026-11-21T10:00:00.000Z';
export const ENTITY = 'component:default/payments-api';
export const GROUP = 'group:default/payments';
export const NADIA = 'user:default/nadia';
const LATER = '2030-01-01T00:00:00Z';
const NOTE = 'Looking **into** it';

/** One command of each type, with all that it may say. */
type OneOfEach<Command extends { type: string }> = {
  [Type in Command['type']]: Extract<Command, { type: Type }>;
};

export const SENT_TO_INCIDENTS: OneOfEach<UserCommand> = {
  acknowledge: { type: 'acknowledge' },
  dismiss: { type: 'dismiss', reason: 'other', note: NOTE },
  'pass-on': { type: 'pass-on', to: GROUP, reason: NOTE },
  'change-status': { type: 'change-status', to: 'fixing', note: NOTE },
  hold: { type: 'hold', reason: 'vendor', resumeBy: LATER, note: NOTE },
  resume: { type: 'resume' },
  'post-update': {
    type: 'post-update',
    impact: NOTE,
    action: NOTE,
    workaround: NOTE,
    nextUpdateAt: LATER,
  },
  'add-note': { type: 'add-note', text: NOTE },
  resolve: { type: 'resolve', note: NOTE, at: AT, reviewOwnerRef: NADIA },
  reopen: { type: 'reopen', reason: NOTE },
  close: { type: 'close' },
  merge: { type: 'merge', into: 'INC-2' },
  'move-out': { type: 'move-out', alerts: ['x'], title: 'Moved' },
  undo: { type: 'undo' },
  follow: { type: 'follow' },
  unfollow: { type: 'unfollow' },
  'report-affected': { type: 'report-affected', symptom: NOTE },
  prioritise: {
    type: 'prioritise',
    impact: 'low',
    urgency: 'low',
    risks: ['data-loss'],
    override: { priority: 'P2', reason: NOTE },
  },
  'confirm-workaround': { type: 'confirm-workaround' },
  'retract-workaround': { type: 'retract-workaround' },
  'make-private': { type: 'make-private' },
  'make-public': { type: 'make-public' },
  'assign-entity': { type: 'assign-entity', entityRef: ENTITY },
  'mark-affected': {
    type: 'mark-affected',
    entityRef: ENTITY,
    level: 'suspected',
  },
  'unmark-affected': { type: 'unmark-affected', entityRef: ENTITY },
  'link-change': { type: 'link-change', changeId: 'x' },
  'unlink-change': { type: 'unlink-change' },
  rename: { type: 'rename', title: 'Slower' },
  'correct-time': {
    type: 'correct-time',
    stamp: 'impactStartedAt',
    at: AT,
    reason: NOTE,
  },
};

export const SENT_TO_REVIEWS: OneOfEach<ReviewCommand> = {
  start: { type: 'start' },
  'assign-owner': { type: 'assign-owner', ownerRef: NADIA },
  'write-section': {
    type: 'write-section',
    section: 'summary',
    baseVersion: 0,
    text: NOTE,
    joins: '3',
  },
  'choose-entries': { type: 'choose-entries', include: [1], leaveOut: [2] },
  'annotate-entry': { type: 'annotate-entry', sequence: 1, note: NOTE },
  'add-factor': { type: 'add-factor', tag: 'capacity', text: NOTE },
  'change-factor': {
    type: 'change-factor',
    id: '3',
    tag: 'capacity',
    text: NOTE,
  },
  'remove-factor': { type: 'remove-factor', id: '3' },
  comment: { type: 'comment', section: 'summary', quote: NOTE, text: NOTE },
  'settle-comment': { type: 'settle-comment', id: '4' },
  'plan-meeting': {
    type: 'plan-meeting',
    at: LATER,
    agenda: NOTE,
    link: 'https://meet.example.com/1',
    attendees: [NADIA],
  },
  'cancel-meeting': { type: 'cancel-meeting' },
  'hand-in': { type: 'hand-in' },
  'send-back': { type: 'send-back', reason: NOTE },
  approve: { type: 'approve' },
  waive: { type: 'waive', reason: NOTE },
};

export const SENT_TO_ACTIONS: OneOfEach<UserActionCommand> = {
  accept: { type: 'accept' },
  start: { type: 'start' },
  finish: { type: 'finish', note: NOTE },
  verify: { type: 'verify', how: NOTE },
  reopen: { type: 'reopen', reason: NOTE },
  'wont-do': { type: 'wont-do', reason: NOTE },
  assign: { type: 'assign', responsibleRef: NADIA },
  'make-accountable': { type: 'make-accountable', accountableRef: GROUP },
  edit: {
    type: 'edit',
    title: 'Bound the pool',
    description: NOTE,
    actionType: 'prevent',
    priority: 'P2',
    factor: 'capacity',
  },
  'move-to-entity': { type: 'move-to-entity', entityRef: ENTITY },
  'move-due': { type: 'move-due', dueOn: '2030-01-01', reason: NOTE },
  'link-incident': { type: 'link-incident', incident: 'INC-2' },
  'unlink-incident': { type: 'unlink-incident', incident: 'INC-2' },
  'add-note': { type: 'add-note', text: NOTE },
  nudge: { type: 'nudge' },
  'link-ticket': { type: 'link-ticket', url: 'https://tickets.example.com/1' },
  'make-ticket': { type: 'make-ticket', tracker: 'x' },
  'unlink-ticket': { type: 'unlink-ticket' },
};

/** What is to be done because of INC-1. */
export const PROPOSAL = {
  title: 'Bound the pool',
  type: 'prevent',
  incidents: ['INC-1'],
};

const change = {
  kind: 'deployment',
  entityRef: ENTITY,
  title: 'payments-api 15.8',
  version: '15.8',
  url: 'https://ci.example.com/1',
  actor: 'Nadia',
  outcome: 'succeeded',
  source: 'ci',
  sourceId: '1',
};

const sent = (commands: Readonly<Record<string, object>>, ...more: object[]) =>
  Object.values(commands).flatMap(command =>
    more.map(dress => ({ ...dress, command })),
  );

/** Bodies that each route takes as they are, the shortest first. */
export const BODIES: Readonly<Record<string, readonly object[]>> = {
  '/incidents': [
    { title: 'Slow' },
    {
      title: 'Slow',
      entityRef: ENTITY,
      impact: 'high',
      urgency: 'low',
      description: NOTE,
      risks: ['security'],
      impactStartedAt: AT,
      workaround: NOTE,
      affected: [ENTITY],
      mode: 'drill',
      visibility: 'public',
      recurrenceOf: 'INC-1',
      clientId: 'one',
    },
  ],
  '/incidents/commands': sent(SENT_TO_INCIDENTS, {
    ids: ['INC-1', 'INC-2'],
    clientId: 'many',
  }),
  '/incidents/{id}/commands': sent(
    SENT_TO_INCIDENTS,
    {},
    { clientId: 'one', expectedVersion: 4 },
  ),
  '/incidents/{id}/review/commands': sent(
    SENT_TO_REVIEWS,
    {},
    { clientId: 'one' },
  ),
  '/actions': [
    PROPOSAL,
    {
      ...PROPOSAL,
      description: NOTE,
      priority: 'P2',
      entityRef: ENTITY,
      responsibleRef: NADIA,
      accountableRef: GROUP,
      dueOn: '2030-01-01',
      factor: 'capacity',
      quote: NOTE,
      clientId: 'one',
    },
  ],
  '/actions/commands': sent(SENT_TO_ACTIONS, {
    ids: ['ACT-1', 'ACT-2'],
    clientId: 'many',
  }),
  '/actions/{id}/commands': sent(
    SENT_TO_ACTIONS,
    {},
    { clientId: 'one', expectedVersion: 1 },
  ),
  '/setup/not-sent/resend': [{ ids: ['1', '2'] }],
  '/keys': [{ name: 'Alertmanager', source: 'alertmanager', for: GROUP }],
  '/changes': [
    change,
    { changes: [change, { ...change, sourceId: '2', startedAt: AT }] },
  ],
  '/intake/{source}': [
    message(firing({ alertname: 'Down', service: 'payments-api' })),
    message(
      firing({ alertname: 'Slow', severity: 'critical' }),
      firing({ alertname: 'Slow', service: 'other' }),
    ),
  ],
};
