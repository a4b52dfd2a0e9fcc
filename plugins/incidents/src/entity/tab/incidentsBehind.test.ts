import type { HistoryFigures } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsBehind } from './incidentsBehind';

const day = (name: string, incidents: number) => ({
  day: name,
  from: `${name}T00:00:00.000Z`,
  to: `${name}T24:00:00.000Z`,
  incidents,
  impactMs: 60_000,
  major: false,
});

const figures = {
  period: { from: '2025-11-26', to: '2026-11-26' },
  days: [day('2026-03-01', 1), day('2026-03-02', 0), day('2026-03-09', 2)],
} as HistoryFigures;

const behind = (
  mark: Parameters<typeof incidentsBehind>[0],
  filters: Parameters<typeof incidentsBehind>[3] = {},
) => incidentsBehind(mark, figures, 'system:default/payments', filters);

describe('the incidents behind a mark', () => {
  it('are those that began on its day, of the entity with its parts', () => {
    expect(behind({ kind: 'day', day: '2026-03-09' })).toMatchObject({
      scope: 'system:default/payments',
      from: '2026-03-09T00:00:00.000Z',
      to: '2026-03-09T24:00:00.000Z',
    });
  });

  it('are those that began before where they only went on', () => {
    expect(behind({ kind: 'day', day: '2026-03-02' })).toMatchObject({
      from: '2026-03-01T00:00:00.000Z',
      to: '2026-03-02T24:00:00.000Z',
    });
  });

  it('are the one of a dot, by its number', () => {
    expect(behind({ kind: 'incident', number: 'INC-7' }).q).toBe('INC-7');
  });

  it('are those of the period that a change caused', () => {
    expect(behind({ kind: 'change' })).toMatchObject({
      cause: 'change',
      ...figures.period,
    });
  });

  it('keep to what the tab counts', () => {
    expect(behind({ kind: 'change' }).mode).toEqual(['real', 'backfill']);
    expect(
      behind({ kind: 'change' }, { drills: 'true', imported: 'false' }).mode,
    ).toEqual(['real', 'drill', 'test']);
  });
});
