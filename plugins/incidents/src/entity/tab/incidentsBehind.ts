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

/** Whether there is such a mark: what an address asks for may be of other filters. */
export function isMarkOf({ days, dots }: HistoryFigures, mark: Mark): boolean {
  switch (mark.kind) {
    case 'day':
      return days.some(({ day }) => day === mark.day);
    case 'incident':
      return dots.some(({ number }) => number === mark.number);
    default:
      return true;
  }
}

/** More cannot be asked for by their numbers. */
const NUMBERS_MAX = 200;

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
      const marked = figures.days.find(({ day }) => day === mark.day);
      return { ...asked, number: marked?.numbers.slice(0, NUMBERS_MAX) ?? [] };
    }
    case 'incident':
      return { ...asked, number: [mark.number] };
    default:
      return {
        ...asked,
        cause: 'change',
        from: figures.period.from,
        to: figures.period.to,
      };
  }
}
