import { mockServices } from '@backstage/backend-test-utils';
import { WakeLoop } from './WakeLoop';

const logger = mockServices.logger.mock();

beforeEach(() => {
  jest.useFakeTimers();
  jest.clearAllMocks();
});
afterEach(() => {
  jest.useRealTimers();
});

function loopOver(look: () => Promise<number | undefined>): WakeLoop {
  return new WakeLoop({ look, logger });
}

it('looks when the next thing is due, and once a second where nothing is', async () => {
  const look = jest
    .fn()
    .mockResolvedValueOnce(250)
    .mockResolvedValueOnce(60_000)
    .mockResolvedValue(undefined);
  const loop = loopOver(look);
  loop.start();

  await jest.advanceTimersByTimeAsync(249);
  expect(look).toHaveBeenCalledTimes(1);
  await jest.advanceTimersByTimeAsync(1);
  expect(look).toHaveBeenCalledTimes(2);
  await jest.advanceTimersByTimeAsync(999);
  expect(look).toHaveBeenCalledTimes(2);
  await jest.advanceTimersByTimeAsync(1);
  expect(look).toHaveBeenCalledTimes(3);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(look).toHaveBeenCalledTimes(4);

  await loop.stop();
});

it('looks at once when it is woken', async () => {
  const look = jest.fn().mockResolvedValue(undefined);
  const loop = loopOver(look);
  loop.start();
  await jest.advanceTimersByTimeAsync(0);

  loop.wake();
  await jest.advanceTimersByTimeAsync(0);

  expect(look).toHaveBeenCalledTimes(2);
  await loop.stop();
});

it('looks once more after a look during which it was woken', async () => {
  let finish = (_next: undefined) => {};
  const look = jest.fn(
    () => new Promise<undefined>(resolve => (finish = resolve)),
  );
  const loop = loopOver(look);
  loop.start();

  loop.wake();
  loop.wake();
  expect(look).toHaveBeenCalledTimes(1);
  finish(undefined);
  await jest.advanceTimersByTimeAsync(0);
  expect(look).toHaveBeenCalledTimes(2);

  const stopped = loop.stop();
  finish(undefined);
  await stopped;
});

it('goes on after a failure and complains once', async () => {
  const look = jest
    .fn()
    .mockRejectedValueOnce(new Error('database is away'))
    .mockRejectedValueOnce(new Error('database is away'))
    .mockResolvedValue(undefined);
  const loop = loopOver(look);
  loop.start();

  await jest.advanceTimersByTimeAsync(2_000);

  expect(look).toHaveBeenCalledTimes(3);
  expect(logger.error).toHaveBeenCalledTimes(1);
  await loop.stop();
});

it('stops after the look that is under way, and for good', async () => {
  let finish = (_next: number) => {};
  const look = jest.fn(
    () => new Promise<number>(resolve => (finish = resolve)),
  );
  const loop = loopOver(look);
  loop.start();

  const stopped = jest.fn();
  const stopping = loop.stop().then(stopped);
  await jest.advanceTimersByTimeAsync(0);
  expect(stopped).not.toHaveBeenCalled();
  finish(1);
  await stopping;
  await jest.advanceTimersByTimeAsync(5_000);

  expect(look).toHaveBeenCalledTimes(1);
});
