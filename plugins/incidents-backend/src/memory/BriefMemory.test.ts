import { BriefMemory } from './BriefMemory';

function memoryOf(capacity: number) {
  let time = Date.parse('2026-11-21T08:00:00.000Z');
  const now = { now: () => new Date(time).toISOString() };
  const memory = new BriefMemory<string>({ now, forMs: 60_000, capacity });
  return {
    memory,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

describe('BriefMemory', () => {
  it('remembers for as long as it was told', () => {
    const { memory, pass } = memoryOf(10);
    memory.set('a', 'A');

    pass(59_999);
    expect(memory.get('a')).toBe('A');
    expect(memory.getAll(['b', 'a'])).toEqual([undefined, 'A']);
    pass(1);
    expect(memory.getAll(['b', 'a'])).toEqual([undefined, undefined]);
    expect(memory.get('a')).toBeUndefined();
  });

  it('forgets the oldest when it is full', () => {
    const { memory } = memoryOf(2);
    memory.set('a', 'A');
    memory.set('b', 'B');
    memory.set('a', 'A again');
    memory.set('c', 'C');

    expect(memory.get('b')).toBeUndefined();
    expect(memory.get('a')).toBe('A again');
    expect(memory.get('c')).toBe('C');
  });

  it('forgets what it is told to', () => {
    const { memory } = memoryOf(3);
    memory.set('a', 'A');
    memory.set('b', 'B');
    memory.set('c', 'C');
    memory.delete('a');
    expect(memory.getAll(['a', 'b', 'c'])).toEqual([undefined, 'B', 'C']);

    memory.clear();
    expect(memory.getAll(['a', 'b', 'c'])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
