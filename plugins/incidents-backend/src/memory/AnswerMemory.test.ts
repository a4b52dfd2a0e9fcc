import { AnswerMemory } from './AnswerMemory';

function memoryOf(forMs: number) {
  let time = Date.parse('2026-11-21T08:00:00.000Z');
  const now = { now: () => new Date(time).toISOString() };
  return {
    memory: new AnswerMemory<string>({ now, forMs, capacity: 10 }),
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

it('finds out once what is asked by many, and again after a while', async () => {
  const { memory, pass } = memoryOf(2_000);
  const findOut = jest.fn(async () => 'Payments');

  expect(
    await Promise.all([memory.ask('api', findOut), memory.ask('api', findOut)]),
  ).toEqual(['Payments', 'Payments']);
  pass(1_999);
  await memory.ask('api', findOut);
  expect(findOut).toHaveBeenCalledTimes(1);

  pass(1);
  await memory.ask('api', findOut);
  expect(findOut).toHaveBeenCalledTimes(2);
});

it('finds out anew what it was told to forget, even before that was known', async () => {
  const { memory } = memoryOf(2_000);
  const asked = memory.ask('api', async () => 'Payments');
  memory.clear();

  expect(await memory.ask('api', async () => 'Shop')).toBe('Shop');
  expect(await asked).toBe('Payments');
});

it('keeps answers apart', async () => {
  const { memory } = memoryOf(2_000);

  expect(await memory.ask('api', async () => 'Payments')).toBe('Payments');
  expect(await memory.ask('web', async () => 'Shop')).toBe('Shop');
});

it('asks again what could not be found out', async () => {
  const { memory } = memoryOf(2_000);

  await expect(
    memory.ask('api', () => Promise.reject(new Error('no answer'))),
  ).rejects.toThrow('no answer');
  expect(await memory.ask('api', async () => 'Payments')).toBe('Payments');
});
