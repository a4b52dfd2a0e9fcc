import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  COMMAND_PERMISSIONS,
  type ReviewCommand,
  type ReviewCommandType,
} from '@linchpin/backstage-plugin-incidents-common';
import { REVIEW_COMMANDS } from '@linchpin/backstage-plugin-incidents-common/reviews';
import { as, openPortal } from '../__testUtils__/portal';

jest.setTimeout(30_000);

// Who may is decided before any statement that the engines could differ in.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const nadia = as('nadia');
const mei = as('mei');
const deny = { result: AuthorizeResult.DENY } as const;

/** A command of each type, as it has to be said. */
const COMMANDS: {
  [Type in ReviewCommandType]: Omit<
    Extract<ReviewCommand, { type: Type }>,
    'type'
  >;
} = {
  start: {},
  'assign-owner': { ownerRef: 'user:default/nadia' },
  'write-section': { section: 'summary', baseVersion: 0, text: 'x' },
  'choose-entries': { include: [], leaveOut: [] },
  'annotate-entry': { sequence: 1, note: 'x' },
  'add-factor': { tag: 'capacity', text: 'x' },
  'change-factor': { id: '1', tag: 'capacity', text: 'x' },
  'remove-factor': { id: '1' },
  comment: { text: 'x' },
  'settle-comment': { id: '1' },
  'plan-meeting': { at: '2030-01-01T00:00:00Z', attendees: [] },
  'cancel-meeting': {},
  'hand-in': {},
  'send-back': { reason: 'x' },
  approve: {},
  waive: { reason: 'x' },
};
const types = Object.keys(COMMANDS) as ReviewCommandType[];

describe.each(databases.eachSupportedId())('ReviewGate on %s', databaseId => {
  let portal: Awaited<ReturnType<typeof openPortal>>;

  beforeEach(async () => {
    portal = await openPortal(await databases.init(databaseId));
    await portal.post(
      '/incidents',
      { title: 'Slow', impact: 'high', urgency: 'high' },
      mei,
    );
    for (const type of ['acknowledge', 'resolve']) {
      await portal.post(
        '/incidents/INC-1/commands',
        { command: { type } },
        nadia,
      );
    }
  });

  afterEach(() => portal.stop());

  /** Whether the gate lets somebody send a command; the owner of the review is Nadia. */
  async function lets(type: ReviewCommandType, person: string) {
    const { body } = await portal.post(
      '/incidents/INC-1/review/commands',
      { command: { type, ...COMMANDS[type] } },
      person,
    );
    return !/may not send/.test(body.error?.message ?? '');
  }

  it('asks for the permission of each command, and lets its owner do what is the owner’s', async () => {
    for (const type of types) {
      const { permission, owner } = REVIEW_COMMANDS[type];
      portal.decide({ [COMMAND_PERMISSIONS[permission].name]: deny });
      expect({
        type,
        others: await lets(type, mei),
        owner: await lets(type, nadia),
      }).toEqual({ type, others: false, owner: owner === 'too' });
    }
    portal.decide({});
    for (const type of types) {
      expect({ type, others: await lets(type, mei) }).toEqual({
        type,
        others: true,
      });
    }
  });

  it('offers on screen what it lets somebody send', async () => {
    portal.decide({ [COMMAND_PERMISSIONS.respond.name]: deny });
    const offered = async (person: string) =>
      (await portal.get('/incidents/INC-1/review', person)).body.viewer
        .commands;
    expect(await offered(mei)).toEqual(['waive']);
    expect(await offered(nadia)).toEqual([
      'start',
      'assign-owner',
      'plan-meeting',
      'waive',
    ]);
  });
});
