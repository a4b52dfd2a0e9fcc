import { mockServices } from '@backstage/backend-test-utils';
import { SignalsHinter } from './SignalsHinter';

const NADIA = 'user:default/nadia';
const OMAR = 'user:default/omar';
const MEI = 'user:default/mei';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function hinterTo(publish: jest.Mock) {
  return new SignalsHinter({
    signals: { publish },
    channel: 'incidents',
    logger: mockServices.logger.mock(),
  });
}

function signal(ids: string[], entityRef: string[]) {
  return {
    recipients: { type: 'user', entityRef },
    channel: 'incidents',
    message: { action: 'changed', ids },
  };
}

it('sends what comes close together as one, by ids', async () => {
  const publish = jest.fn();
  const hinter = hinterTo(publish);
  hinter.hint(['b'], [NADIA, OMAR]);
  hinter.hint(['a', 'b'], [NADIA, OMAR]);

  await jest.advanceTimersByTimeAsync(99);
  expect(publish).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  expect(publish.mock.calls).toEqual([[signal(['a', 'b'], [NADIA, OMAR])]]);

  hinter.hint(['c'], [NADIA]);
  await jest.advanceTimersByTimeAsync(100);
  expect(publish.mock.calls.slice(1)).toEqual([[signal(['c'], [NADIA])]]);
});

it('lets nobody know of what was not for them', async () => {
  const publish = jest.fn();
  const hinter = hinterTo(publish);
  hinter.hint(['a'], [NADIA, MEI]);
  hinter.hint(['b'], [MEI, OMAR]);

  await hinter.flush();

  expect(publish.mock.calls).toEqual([
    [signal(['a'], [NADIA])],
    [signal(['a', 'b'], [MEI])],
    [signal(['b'], [OMAR])],
  ]);
});

it('sends nothing where nobody is to know', async () => {
  const publish = jest.fn();
  const hinter = hinterTo(publish);
  hinter.hint(['a'], []);

  await jest.advanceTimersByTimeAsync(1_000);

  expect(publish).not.toHaveBeenCalled();
});

it('goes on where signals do not work', async () => {
  const publish = jest.fn().mockRejectedValueOnce(new Error('no signals'));
  const hinter = hinterTo(publish);
  hinter.hint(['a'], [NADIA]);
  hinter.hint(['b'], [OMAR]);
  await hinter.flush();
  hinter.hint(['c'], [NADIA]);
  await hinter.flush();

  expect(publish).toHaveBeenCalledTimes(3);
});
