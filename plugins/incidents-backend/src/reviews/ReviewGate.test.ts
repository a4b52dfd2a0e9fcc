import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  COMMAND_PERMISSIONS,
  type ReviewCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { REVIEW_COMMANDS } from '@linchpin/backstage-plugin-incidents-common/reviews';
import { SENT_TO_REVIEWS } from '../__testUtils__/bodies';
import { as, openPortal } from '../__testUtils__/portal';

// Who may is decided before any statement that the engines could differ in.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const nadia = as('nadia');
const mei = as('mei');
const deny = { result: AuthorizeResult.DENY } as const;

const commands: ReviewCommand[] = Object.values(SENT_TO_REVIEWS);

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
  async function lets(command: ReviewCommand, person: string) {
    const { body } = await portal.post(
      '/incidents/INC-1/review/commands',
      { command },
      person,
    );
    return !/may not send/.test(body.error?.message ?? '');
  }

  it('asks for the permission of each command, and lets its owner do what is the owner’s', async () => {
    for (const command of commands) {
      const { type } = command;
      const { permission, owner } = REVIEW_COMMANDS[type];
      portal.decide({ [COMMAND_PERMISSIONS[permission].name]: deny });
      expect({
        type,
        others: await lets(command, mei),
        owner: await lets(command, nadia),
      }).toEqual({ type, others: false, owner: owner === 'too' });
    }
    portal.decide({});
    for (const command of commands) {
      expect({
        type: command.type,
        others: await lets(command, mei),
      }).toEqual({ type: command.type, others: true });
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
