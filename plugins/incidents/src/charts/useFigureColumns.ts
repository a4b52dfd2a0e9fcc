import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Share,
  Statistics,
} from '@linchpin/backstage-plugin-incidents-common/history';
import { useMemo } from 'react';
import { useDurationFormat } from '../elements/time';
import { incidentsChartsTranslationRef } from '../translations/charts';
import type { Column } from './column';
import { minutesOf } from './minutesOf';

/** How long something takes. */
export interface DurationFigure {
  figure:
    | 'detect'
    | 'declare'
    | 'acknowledge'
    | 'mitigate'
    | 'resolve'
    | 'declaredToResolved';
  statistics: Statistics;
}

/** How often something is so. */
export interface ShareFigure {
  figure:
    | 'reopened'
    | 'recurrences'
    | 'recovered'
    | 'falseAlarms'
    | 'acknowledged'
    | 'updates'
    | 'actions';
  share: Share;
}

export type Figure = DurationFigure | ShareFigure;

/** The columns of figures: on screen for durations, in a file for shares too. */
export function useFigureColumns(): Column<Figure>[] {
  const { t } = useTranslationRef(incidentsChartsTranslationRef);
  const { duration } = useDurationFormat();
  return useMemo(() => {
    const percentile = (name: 'p50' | 'p90'): Column<Figure> => ({
      name: `${name}_minutes`,
      title: t(name),
      value: row =>
        'statistics' in row ? minutesOf(row.statistics[name].ended) : null,
      show: row => {
        const ended = 'statistics' in row && row.statistics[name].ended;
        return typeof ended === 'number' ? duration(ended) : '–';
      },
      isNumber: true,
    });
    const count = (
      name: string,
      key: 'censored' | 'missing',
      title: string,
    ): Column<Figure> => ({
      name,
      title,
      value: row => ('statistics' in row ? row.statistics[key] : null),
      isNumber: true,
    });
    return [
      {
        name: 'figure',
        title: t('figure'),
        value: row => row.figure,
        show: row => t(row.figure),
      },
      percentile('p50'),
      percentile('p90'),
      {
        name: 'n',
        title: t('ended'),
        value: row => ('statistics' in row ? row.statistics.n : row.share.n),
        isNumber: true,
      },
      {
        name: 'of',
        title: t('of'),
        value: row => ('share' in row ? row.share.of : null),
        isInFileOnly: true,
      },
      count('not_ended', 'censored', t('notEnded')),
      count('not_known', 'missing', t('missing')),
    ];
  }, [t, duration]);
}
