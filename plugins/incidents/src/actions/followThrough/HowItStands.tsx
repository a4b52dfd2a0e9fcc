import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FollowThrough } from '@linchpin/backstage-plugin-incidents-common';
import { ChartTable } from '../../charts/ChartTable';
import type { Column } from '../../charts/column';
import { FigureCard } from '../../charts/FigureCard';
import { useShareFormat } from '../../charts/useShareFormat';
import { incidentsFollowThroughTranslationRef } from '../../translations/followThrough';

interface Figure {
  figure:
    | 'open'
    | 'overdue'
    | 'needsOwner'
    | 'ageP50'
    | 'ageP90'
    | 'verified'
    | 'wontDo';
  value: number | null;
  /** What it is a share of, or measured over; null for a plain count. */
  of: number | null;
}

/** What is open now and how old it is; and of what is over, how much was seen to help. */
export const HowItStands = ({ followed }: { followed: FollowThrough }) => {
  const { t } = useTranslationRef(incidentsFollowThroughTranslationRef);
  const { open } = followed;
  const columns = useFigureColumns();
  return (
    <FigureCard
      title={t('howItStands')}
      count={t('actions', { count: open.count })}
      file="actions-now"
      columns={columns}
      rows={figuresOf(followed)}
    >
      <ChartTable
        label={t('howItStands')}
        columns={columns}
        rows={figuresOf(followed)}
      />
    </FigureCard>
  );
};

function figuresOf({ open, verified, wontDo }: FollowThrough): Figure[] {
  return [
    { figure: 'open', value: open.count, of: null },
    { figure: 'overdue', value: open.overdue, of: open.count },
    { figure: 'needsOwner', value: open.needsOwner, of: open.count },
    { figure: 'ageP50', value: open.ageDaysP50, of: open.count },
    { figure: 'ageP90', value: open.ageDaysP90, of: open.count },
    { figure: 'verified', value: verified.verified, of: verified.closed },
    { figure: 'wontDo', value: wontDo.count, of: wontDo.of },
  ];
}

function useFigureColumns(): Column<Figure>[] {
  const { t } = useTranslationRef(incidentsFollowThroughTranslationRef);
  const { share, number } = useShareFormat();
  const said = ({ figure, value, of }: Figure): string => {
    if (value === null) {
      return '–';
    }
    if (figure === 'ageP50' || figure === 'ageP90') {
      return t('daysOfN', {
        days: number(Math.round(value)),
        n: number(of ?? 0),
      });
    }
    return of === null ? number(value) : share({ n: value, of });
  };
  return [
    {
      name: 'figure',
      title: t('columnFigure'),
      value: row => row.figure,
      show: row => t(`figure_${row.figure}`),
    },
    {
      name: 'value',
      title: t('columnNow'),
      value: row => row.value,
      show: said,
      isNumber: true,
    },
    {
      name: 'of',
      title: t('columnOf'),
      value: row => row.of,
      isInFileOnly: true,
    },
  ];
}
