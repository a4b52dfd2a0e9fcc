import fc from 'fast-check';
import { record } from './__testUtils__/records';
import type { IncidentRecord } from './record';
import { ALL_THAT_CAME_IN, INCIDENTS, select } from './selection';

const incident: fc.Arbitrary<IncidentRecord> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    mode: fc.constantFrom('real', 'drill', 'test', 'backfill'),
    outcome: fc.constantFrom(
      'live',
      'resolved',
      'recovered',
      'dismissed',
      'merged',
    ),
    priority: fc.constantFrom('P1', 'P3'),
    parentId: fc.constantFrom(undefined, 'a', 'elsewhere'),
  })
  .map(({ parentId, ...given }) =>
    record({ ...given, ...(parentId && { parentId }) }),
  );

const selection = fc.record({
  modes: fc.subarray(['real', 'drill', 'test', 'backfill'] as const),
  outcomes: fc.subarray([...ALL_THAT_CAME_IN.outcomes]),
  priorities: fc.subarray(['P1', 'P3'] as const),
  byPriority: fc.constantFrom('final' as const, 'highest' as const),
  parts: fc.constantFrom('with-the-whole' as const, 'by-themselves' as const),
});

describe('a selection', () => {
  it('counts incidents as they were given, and says why others are left out', () => {
    const incidents = [
      record({ id: 'a' }),
      record({ id: 'b', mode: 'drill', outcome: 'dismissed' }),
      record({ id: 'c', outcome: 'dismissed' }),
      record({ id: 'd', outcome: 'live' }),
    ];
    expect(select(incidents, INCIDENTS)).toEqual({
      counted: [incidents[0], incidents[3]],
      leftOut: { drill: 1, dismissed: 1 },
    });
  });

  it('gives each incident once, and accounts for every one', () => {
    fc.assert(
      fc.property(fc.array(incident), selection, (given, wanted) => {
        const { counted, leftOut } = select(given, wanted);
        const without = Object.values(leftOut).reduce((a, b) => a + b, 0);
        expect(counted.length + without).toBe(given.length);
        expect(new Set(counted.map(({ id }) => id)).size).toBe(counted.length);
        expect(select(counted, wanted).counted).toEqual(counted);
      }),
    );
  });
});
