import { AFFECTED_MAX } from '../incidents/limits';
import {
  bulkRequestSchema,
  commandRequestSchema,
  declareSchema,
  userCommandSchema,
  userCommandSchemas,
  type UserCommandType,
} from './commands';
import { TEXT_MAX, TITLE_MAX } from './primitives';

const TOO_LONG = 'x'.repeat(TEXT_MAX + 1);
const GROUP = 'group:default/storage';
const ENTITY = 'component:default/payments-api';
const AT = '2026-11-21T10:00:00Z';
const UPDATE = { impact: 'Cards are refused', action: 'We roll back' };
const LEVELS = { impact: 'high', urgency: 'high', risks: [] };

/** The paths of what is wrong; nothing where it is right. */
function wrong(
  schema: {
    safeParse(value: unknown): {
      error?: { issues: { path: (string | number)[]; message: string }[] };
    };
  },
  value: unknown,
): string[] {
  return (
    schema
      .safeParse(value)
      .error?.issues.map(({ path, message }) =>
        path.length > 0 ? path.join('.') : message,
      ) ?? []
  );
}

describe('a report', () => {
  it('needs a title and nothing else', () => {
    expect(declareSchema.parse({ title: ' Payments fail ' })).toEqual({
      title: 'Payments fail',
      risks: [],
      affected: [],
      mode: 'real',
      visibility: 'public',
    });
  });

  it.each<[string, object]>([
    ['title', { title: '' }],
    ['title', { title: 'x'.repeat(TITLE_MAX + 1) }],
    ['entityRef', { entityRef: 'payments-api' }],
    ['impact', { impact: 'huge' }],
    ['urgency', { urgency: 'now' }],
    ['description', { description: TOO_LONG }],
    ['risks.0', { risks: ['sharks'] }],
    ['risks', { risks: Array(7).fill('safety') }],
    ['impactStartedAt', { impactStartedAt: '10:00' }],
    ['workaround', { workaround: ' ' }],
    ['affected.1', { affected: [ENTITY, 'x'] }],
    ['affected', { affected: Array(AFFECTED_MAX + 1).fill(ENTITY) }],
    ['mode', { mode: 'backfill' }],
    ['visibility', { visibility: 'secret' }],
    ['clientId', { clientId: '' }],
    ['clientId', { clientId: 'x'.repeat(101) }],
  ])('names the field that is wrong: %s', (field, given) => {
    expect(wrong(declareSchema, { title: 'Payments fail', ...given })).toEqual([
      field,
    ]);
  });

  it('names a field that does not exist', () => {
    expect(
      wrong(declareSchema, { title: 'Payments fail', severity: 'SEV1' }),
    ).toEqual([expect.stringContaining("'severity'")]);
  });
});

const RIGHT: Record<UserCommandType, object> = {
  acknowledge: {},
  dismiss: { reason: 'expected' },
  'pass-on': { to: GROUP, reason: 'It is the disk' },
  'change-status': { to: 'fixing' },
  hold: { reason: 'vendor', resumeBy: AT },
  resume: {},
  'post-update': UPDATE,
  'add-note': { text: 'The disk is full' },
  resolve: {},
  reopen: { reason: 'It is back' },
  close: {},
  merge: { into: 'INC-2' },
  'move-out': { alerts: ['a1'], title: 'The disk is full' },
  undo: {},
  follow: {},
  unfollow: {},
  'report-affected': {},
  prioritise: LEVELS,
  'confirm-workaround': {},
  'retract-workaround': {},
  'make-private': {},
  'make-public': {},
  'assign-entity': { entityRef: ENTITY },
  'mark-affected': { entityRef: ENTITY, level: 'suspected' },
  'unmark-affected': { entityRef: ENTITY },
  'link-change': { changeId: 'change-1' },
  'unlink-change': {},
  rename: { title: 'Cards are refused' },
  'correct-time': { stamp: 'detectedAt', at: AT, reason: 'Graph' },
};

const WRONG: [UserCommandType, string, object][] = [
  ['dismiss', 'reason', { reason: 'bored' }],
  ['dismiss', 'note', { note: TOO_LONG }],
  ['pass-on', 'to', { to: ENTITY }],
  ['pass-on', 'reason', { reason: '  ' }],
  ['change-status', 'to', { to: 'closed' }],
  ['change-status', 'note', { note: '' }],
  ['hold', 'reason', { reason: 'lunch' }],
  ['hold', 'resumeBy', { resumeBy: 'tomorrow' }],
  ['hold', 'note', { note: '' }],
  ['post-update', 'impact', { impact: '' }],
  ['post-update', 'action', { action: TOO_LONG }],
  ['post-update', 'workaround', { workaround: '' }],
  ['post-update', 'nextUpdateAt', { nextUpdateAt: 'soon' }],
  ['add-note', 'text', { text: '' }],
  ['resolve', 'note', { note: '' }],
  ['resolve', 'at', { at: '2026-11-21' }],
  ['reopen', 'reason', { reason: '' }],
  ['merge', 'into', { into: '' }],
  ['merge', 'into', { into: 'x'.repeat(65) }],
  ['move-out', 'alerts', { alerts: [] }],
  ['move-out', 'alerts', { alerts: Array(51).fill('a1') }],
  ['move-out', 'alerts.0', { alerts: [''] }],
  ['move-out', 'title', { title: '' }],
  ['link-change', 'changeId', { changeId: '' }],
  ['report-affected', 'symptom', { symptom: '' }],
  ['prioritise', 'impact', { impact: 'P1' }],
  ['prioritise', 'urgency', { urgency: undefined }],
  ['prioritise', 'risks.0', { risks: ['sharks'] }],
  [
    'prioritise',
    'override.priority',
    { override: { priority: 'P0', reason: 'x' } },
  ],
  ['prioritise', 'override.reason', { override: { priority: 'P1' } }],
  ['assign-entity', 'entityRef', { entityRef: '' }],
  ['mark-affected', 'entityRef', { entityRef: 'x' }],
  ['mark-affected', 'level', { level: 'root' }],
  ['unmark-affected', 'entityRef', { entityRef: 'x' }],
  ['rename', 'title', { title: 'two\nlines' }],
  ['correct-time', 'stamp', { stamp: 'declaredAt' }],
  ['correct-time', 'at', { at: '' }],
  ['correct-time', 'reason', { reason: '' }],
];

const TYPES = Object.keys(userCommandSchemas) as UserCommandType[];

describe('a command', () => {
  it.each(TYPES)('%s is accepted with what it needs', type => {
    expect(wrong(userCommandSchema, { type, ...RIGHT[type] })).toEqual([]);
  });

  it.each(TYPES)('%s is refused with what it does not know', type => {
    expect(
      wrong(userCommandSchema, { type, ...RIGHT[type], colour: 'red' }),
    ).toEqual([expect.stringContaining("'colour'")]);
  });

  it.each(WRONG)(
    '%s names the field that is wrong: %s',
    (type, field, given) => {
      expect(
        wrong(userCommandSchema, { type, ...RIGHT[type], ...given }),
      ).toEqual([field]);
    },
  );

  it('says which commands there are', () => {
    const [message] =
      userCommandSchema
        .safeParse({ type: 'explode' })
        .error?.issues.map(issue => issue.message) ?? [];
    expect(message).toContain("'acknowledge'");
    expect(wrong(userCommandSchema, { type: 'explode' })).toEqual(['type']);
  });

  it('is normalised: refs in lower case, instants in UTC', () => {
    expect(
      userCommandSchema.parse({
        type: 'pass-on',
        to: 'Group:Default/Storage',
        reason: ' It is the disk ',
      }),
    ).toEqual({ type: 'pass-on', to: GROUP, reason: 'It is the disk' });
    expect(
      userCommandSchema.parse({
        type: 'resolve',
        at: '2026-11-21T11:00+01:00',
      }),
    ).toEqual({ type: 'resolve', at: '2026-11-21T10:00:00.000Z' });
  });
});

describe('the request to carry one out', () => {
  const command = { type: 'acknowledge' };

  it('may carry a client id and the version that was looked at', () => {
    expect(
      wrong(commandRequestSchema, {
        command,
        clientId: 'b1',
        expectedVersion: 3,
      }),
    ).toEqual([]);
  });

  it.each<[string, object]>([
    ['command', { command: undefined }],
    ['command.type', { command: {} }],
    ['clientId', { clientId: 'x'.repeat(101) }],
    ['expectedVersion', { expectedVersion: 0 }],
    ['expectedVersion', { expectedVersion: 1.5 }],
  ])('names the field that is wrong: %s', (field, given) => {
    expect(wrong(commandRequestSchema, { command, ...given })).toEqual([field]);
  });

  it.each<[string, object]>([
    ['ids', { ids: [] }],
    ['ids', { ids: Array(101).fill('INC-1') }],
    ['ids.0', { ids: [''] }],
    ['command.reason', { command: { type: 'dismiss' } }],
    ['clientId', { clientId: '' }],
  ])('for several names the field that is wrong: %s', (field, given) => {
    expect(
      wrong(bulkRequestSchema, { ids: ['INC-1'], command, ...given }),
    ).toEqual([field]);
  });
});
