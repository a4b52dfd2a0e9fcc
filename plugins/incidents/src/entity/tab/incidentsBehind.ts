import type {
  HistoryFigures,
  HistoryQuery,
  IncidentQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Mark } from './useMarked';

/** How to ask for all incidents of the tab, as its filters leave them. */
export function incidentsOfTab(
  entityRef: string,
  { priority, ownership, imported, drills, from, to }: Partial<HistoryQuery>,
): Partial<IncidentQuery> {
  return {
    scope: entityRef,
    ownership,
    priority,
    mode: [
      'real',
      ...(imported === 'false' ? [] : (['backfill'] as const)),
      ...(drills === 'true' ? (['drill', 'test'] as const) : []),
    ],
    from,
    to,
    sort: 'newest',
  };
}

/** How to ask for the incidents that a mark stands for, under the filters of the tab. */
export function incidentsBehind(
  mark: Mark,
  figures: HistoryFigures,
  entityRef: string,
  { from: _from, to: _to, ...filters }: Partial<HistoryQuery>,
): Partial<IncidentQuery> {
  const asked = incidentsOfTab(entityRef, filters);
  switch (mark.kind) {
    case 'day': {
      const days = daysBehind(mark.day, figures);
      return {
        ...asked,
        from: days[0]?.from,
        to: days[days.length - 1]?.to,
      };
    }
    case 'incident':
      return { ...asked, q: mark.number };
    default:
      return {
        ...asked,
        cause: 'change',
        from: figures.period.from,
        to: figures.period.to,
      };
  }
}

/**
 * The days on which began what was on that day. Where nothing began on it, it went
 * on from the last day before on which something did.
 */
export function daysBehind(day: string, { days }: HistoryFigures) {
  const until = days.filter(each => each.day <= day);
  const last = until.findLastIndex(({ incidents }) => incidents > 0);
  return last === -1 ? until.slice(-1) : until.slice(last);
}
