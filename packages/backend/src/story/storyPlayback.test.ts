import { mockServices } from '@backstage/backend-test-utils';
import type { Stage } from '@linchpin/backstage-plugin-incidents-node';
import { storyPlayback } from './storyPlayback';

const NOW = '2026-11-21T13:18:00.000Z';

function openStage(): jest.Mocked<Stage> {
  const stage: jest.Mocked<Stage> = {
    missing: jest.fn(),
    groupsOf: jest.fn(),
    advanceTo: jest.fn(),
    declare: jest.fn(),
    command: jest.fn(),
    review: jest.fn(),
    propose: jest.fn(),
    act: jest.fn(),
    receive: jest.fn(),
    change: jest.fn(),
  };
  stage.missing.mockResolvedValue([]);
  stage.groupsOf.mockResolvedValue(['group:default/payments']);
  stage.advanceTo.mockRejectedValue(new Error('The story begins'));
  return stage;
}

describe('storyPlayback', () => {
  const logger = mockServices.logger.mock();
  const wait = jest.fn(async () => {});
  const playback = storyPlayback({ logger, wait });
  beforeEach(() => jest.clearAllMocks());

  it('asks for all that the story is about before it begins', async () => {
    const stage = openStage();
    await expect(playback.play(stage, NOW)).rejects.toThrow('begins');
    expect(stage.missing).toHaveBeenCalledTimes(1);
    expect(stage.missing.mock.calls[0][0]).toEqual(
      expect.arrayContaining([
        'component:default/refund-worker',
        'resource:default/payments-db',
        'group:default/hosting',
        'user:default/guest',
        'user:default/lukas',
      ]),
    );
    expect(wait).not.toHaveBeenCalled();
  });

  it('waits while the catalog fills', async () => {
    const stage = openStage();
    stage.missing
      .mockResolvedValueOnce(['component:default/payments-api'])
      .mockResolvedValueOnce(['user:default/guest']);
    await expect(playback.play(stage, NOW)).rejects.toThrow('begins');
    expect(wait).toHaveBeenCalledTimes(2);
  });

  it('waits until everybody is in a group', async () => {
    const stage = openStage();
    stage.groupsOf.mockResolvedValueOnce([]);
    await expect(playback.play(stage, NOW)).rejects.toThrow('begins');
    expect(wait).toHaveBeenCalledTimes(1);
  });

  it('gives up on a catalog of another company, and says what it lacks', async () => {
    const stage = openStage();
    stage.missing.mockResolvedValue(['component:default/payments-api']);
    await playback.play(stage, NOW);
    expect(stage.advanceTo).not.toHaveBeenCalled();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('component:default/payments-api'),
    );
  });
});
