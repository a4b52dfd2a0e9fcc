import {
  minute,
  MINUTE,
  ordersDb,
  paymentsApi,
} from '../incidents/__testUtils__/stage';
import { record } from './__testUtils__/records';
import {
  ANY_IMPACT,
  jointImpact,
  SYSTEM_IMPACT,
  type ImpactRule,
} from './jointImpact';

const NOW = minute(10_000);

describe('the impact on several entities', () => {
  it('is the union of what its parts had, and only of P1 and P2', () => {
    const at = (id: string, ref: string, from: number, to: number) =>
      record({
        id,
        priority: 'P2',
        entities: [{ ref, level: 'root', since: minute(from) }],
        impactWindows: [{ from: minute(from), to: minute(to) }],
      });
    const incidents = [
      at('a', paymentsApi.ref, 0, 30),
      at('b', ordersDb.ref, 20, 50),
      { ...at('c', ordersDb.ref, 90, 130), priority: 'P3' as const },
      at('d', 'component:default/elsewhere', 0, 500),
      { ...at('e', paymentsApi.ref, 100, 110), mode: 'drill' as const },
      {
        ...at('f', paymentsApi.ref, 110, 400),
        estimated: ['impactStartedAt'] as const,
      },
    ];
    const impact = jointImpact(
      incidents,
      new Set([paymentsApi.ref, ordersDb.ref]),
      { from: minute(10), to: minute(120) },
      NOW,
      SYSTEM_IMPACT,
    );
    // 10:10 to 10:50, of two at once; 11:50 to the end of the period.
    expect(impact).toEqual({
      windows: [
        { from: minute(10), to: minute(50) },
        { from: minute(110), to: minute(120) },
      ],
      milliseconds: 50 * MINUTE,
      incidentIds: ['a', 'b', 'f'],
      windowsById: new Map([
        ['a', [{ from: minute(10), to: minute(30) }]],
        ['b', [{ from: minute(20), to: minute(50) }]],
        ['f', [{ from: minute(110), to: minute(120) }]],
      ]),
      estimated: 1,
      rule: SYSTEM_IMPACT,
    });
  });

  it('is of whatever priority where a single entity is asked for so', () => {
    const minor = record({ priority: 'P4' });
    const hour = { from: minute(0), to: minute(100) };
    const by = (rule: ImpactRule) =>
      jointImpact([minor], new Set([paymentsApi.ref]), hour, NOW, rule)
        .milliseconds;
    expect(by(SYSTEM_IMPACT)).toBe(0);
    expect(by(ANY_IMPACT)).toBe(60 * MINUTE);
  });

  it('goes on up to now, and counts by another rule where one is given', () => {
    const running = record({
      outcome: 'live',
      impactWindows: [{ from: minute(0) }],
      course: {
        priorities: [
          { priority: 'P1', since: minute(0) },
          { priority: 'P3', since: minute(9) },
        ],
      },
      priority: 'P3',
    });
    const impact = (byPriority: 'final' | 'highest') =>
      jointImpact(
        [running],
        new Set([paymentsApi.ref]),
        { from: minute(0), to: minute(100) },
        minute(40),
        {
          ...SYSTEM_IMPACT,
          selection: { ...SYSTEM_IMPACT.selection, byPriority },
        },
      ).milliseconds;
    expect(impact('final')).toBe(0);
    expect(impact('highest')).toBe(40 * MINUTE);
  });

  it('is none of what has no parts, or nothing on them', () => {
    const whole = { from: minute(0), to: minute(100) };
    expect(
      jointImpact([record()], new Set(), whole, NOW, ANY_IMPACT),
    ).toMatchObject({
      windows: [],
      milliseconds: 0,
      incidentIds: [],
    });
  });
});
