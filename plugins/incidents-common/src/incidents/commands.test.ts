import { userCommandSchemas } from '../schemas/commands';
import {
  by,
  deployed,
  facts,
  HOUR,
  inStatus,
  minute,
  moving,
  nadia,
  open,
  ordersDb,
  START,
  toOrdersDb,
  toStorage,
} from './__testUtils__/stage';
import {
  canBecome,
  COMMANDS,
  TRANSITIONS,
  type UserCommand,
  type UserCommandType,
} from './commands';
import { decide } from './decide';
import { after } from './policy';
import { STATUSES, type Status } from './vocabulary';

/** Each command as somebody would send it. */
const EXAMPLES: { [Type in UserCommandType]: UserCommand & { type: Type } } = {
  acknowledge: { type: 'acknowledge' },
  dismiss: { type: 'dismiss', reason: 'false-alarm' },
  'pass-on': {
    type: 'pass-on',
    to: 'group:default/storage',
    reason: 'It is the disk',
  },
  'change-status': { type: 'change-status', to: 'fixing' },
  hold: { type: 'hold', reason: 'vendor', resumeBy: after(START, HOUR) },
  resume: { type: 'resume' },
  'post-update': {
    type: 'post-update',
    impact: 'Cards are refused',
    action: 'We roll back',
  },
  'add-note': { type: 'add-note', text: 'The disk is full' },
  resolve: { type: 'resolve' },
  reopen: { type: 'reopen', reason: 'It is back' },
  close: { type: 'close' },
  merge: { type: 'merge', into: 'INC-2' },
  'move-out': { type: 'move-out', alerts: ['alert-1'] },
  undo: { type: 'undo' },
  follow: { type: 'follow' },
  unfollow: { type: 'unfollow' },
  'report-affected': { type: 'report-affected' },
  prioritise: {
    type: 'prioritise',
    impact: 'low',
    urgency: 'low',
    risks: [],
  },
  'confirm-workaround': { type: 'confirm-workaround' },
  'retract-workaround': { type: 'retract-workaround' },
  'make-private': { type: 'make-private' },
  'make-public': { type: 'make-public' },
  'assign-entity': { type: 'assign-entity', entityRef: ordersDb.ref },
  'mark-affected': {
    type: 'mark-affected',
    entityRef: ordersDb.ref,
    level: 'confirmed',
  },
  'unmark-affected': { type: 'unmark-affected', entityRef: ordersDb.ref },
  'link-change': { type: 'link-change', changeId: 'change-1' },
  'unlink-change': { type: 'unlink-change' },
  rename: { type: 'rename', title: 'Cards are refused' },
  'correct-time': {
    type: 'correct-time',
    stamp: 'detectedAt',
    at: START,
    reason: 'Seen on the graph',
  },
};

const TYPES = Object.keys(COMMANDS) as UserCommandType[];
const EVERY_CASE = TYPES.flatMap(type =>
  STATUSES.map((status): [UserCommandType, Status] => [type, status]),
);

describe('the command table', () => {
  it('knows every command that can be sent', () => {
    expect(TYPES.sort()).toEqual(Object.keys(userCommandSchemas).sort());
  });

  it.each(EVERY_CASE)('holds for %s in %s', (type, status) => {
    const decision = decide(
      inStatus(status),
      EXAMPLES[type],
      facts({
        now: minute(1),
        actor: by(nadia),
        routing: type === 'assign-entity' ? toOrdersDb : toStorage,
        entity: ordersDb,
        other: open({ id: 'incident-2', number: 2 }),
        moving: moving(['alert-1']),
        hasWorkaround: true,
        change: deployed('change-1'),
      }),
    );

    expect(decision.refusal).toEqual(
      COMMANDS[type].from.includes(status)
        ? undefined
        : {
            kind: 'conflict',
            message: `An incident that is ${status} does not take the command '${type}'`,
          },
    );
  });

  it('marks as undoable what undo takes back', () => {
    const undoable = TYPES.filter(type => COMMANDS[type].undoable);
    expect(undoable).toEqual(['dismiss', 'merge']);
    expect(COMMANDS.undo.from).toEqual(['dismissed', 'merged']);
  });
});

describe('the transitions', () => {
  it('let every live status go straight to resolved', () => {
    for (const status of COMMANDS.resolve.from) {
      expect(canBecome(status, 'resolved')).toBe(true);
    }
  });

  it('end at closed', () => {
    expect(STATUSES.filter(to => canBecome('closed', to))).toEqual([]);
  });

  it('lead from a status only by a command that it takes', () => {
    for (const from of STATUSES) {
      for (const command of Object.values(TRANSITIONS[from])) {
        expect(COMMANDS[command as UserCommandType].from).toContain(from);
      }
    }
  });

  it('never lead to where the incident already is', () => {
    expect(STATUSES.filter(status => canBecome(status, status))).toEqual([]);
  });
});
