import { periodAsked, periodBefore, selectionAsked } from './asked';

const NOW = '2026-11-26T15:30:00.000Z';

describe('the period that is asked for', () => {
  it('is 52 weeks up to now, from a whole day of the zone on', () => {
    expect(periodAsked({}, NOW, 'UTC')).toEqual({
      period: { from: '2025-11-27T00:00:00.000Z', to: NOW },
      shortened: false,
    });
    expect(periodAsked({}, NOW, 'Europe/Berlin').period.from).toBe(
      '2025-11-26T23:00:00.000Z',
    );
  });

  it('is what was said, but ends now at the latest and is never longer than five years', () => {
    const from = '2026-01-01T00:00:00.000Z';
    const to = '2026-02-01T00:00:00.000Z';
    expect(periodAsked({ from, to }, NOW, 'UTC').period).toEqual({ from, to });
    expect(
      periodAsked({ from, to: '2027-01-01T00:00:00.000Z' }, NOW, 'UTC').period,
    ).toEqual({ from, to: NOW });
    expect(
      periodAsked({ from: '1999-01-01T00:00:00.000Z' }, NOW, 'UTC'),
    ).toEqual({
      period: { from: '2021-11-22T15:30:00.000Z', to: NOW },
      shortened: true,
    });
    expect(periodAsked({ from: to, to: from }, NOW, 'UTC').period).toEqual({
      from,
      to: from,
    });
  });

  it('comes after one that is as long', () => {
    expect(
      periodBefore({
        from: '2026-02-01T00:00:00.000Z',
        to: '2026-02-11T00:00:00.000Z',
      }),
    ).toEqual({
      from: '2026-01-22T00:00:00.000Z',
      to: '2026-02-01T00:00:00.000Z',
    });
  });
});

describe('what is asked to be counted', () => {
  it('is what was no drill, and some priorities alone where they are named', () => {
    expect(selectionAsked({ drills: 'false', imported: 'true' })).toMatchObject(
      {
        modes: ['real', 'backfill'],
        priorities: ['P1', 'P2', 'P3', 'P4', 'P5'],
      },
    );
    expect(
      selectionAsked({ drills: 'true', imported: 'false', priority: ['P1'] }),
    ).toMatchObject({ modes: ['real', 'drill', 'test'], priorities: ['P1'] });
  });
});
