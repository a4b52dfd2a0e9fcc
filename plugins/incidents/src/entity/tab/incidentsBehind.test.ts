import type { HistoryFigures } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsBehind } from './incidentsBehind';

const figures = {
  period: { from: '2025-11-26', to: '2026-11-26' },
  days: [{ day: '2026-03-09', numbers: ['INC-3', 'INC-4'] }],
} as HistoryFigures;

const behind = (
  mark: Parameters<typeof incidentsBehind>[0],
  filters: Parameters<typeof incidentsBehind>[3] = {},
) => incidentsBehind(mark, figures, 'system:default/payments', filters);

describe('the incidents behind a mark', () => {
  it('are those that were on its day, of the entity with its parts', () => {
    expect(behind({ kind: 'day', day: '2026-03-09' })).toMatchObject({
      scope: 'system:default/payments',
      number: ['INC-3', 'INC-4'],
    });
  });

  it('are the one of a dot', () => {
    expect(behind({ kind: 'incident', number: 'INC-7' }).number).toEqual([
      'INC-7',
    ]);
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
