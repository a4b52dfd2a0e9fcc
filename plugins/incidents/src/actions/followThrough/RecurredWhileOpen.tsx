import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FollowThrough } from '@linchpin/backstage-plugin-incidents-common';
import type { ReactNode } from 'react';
import type { Column } from '../../charts/column';
import { ChartTable } from '../../charts/ChartTable';
import { FigureCard } from '../../charts/FigureCard';
import { useInstantFormat } from '../../elements/time';
import { IncidentLink } from '../../incident/IncidentLink';
import { incidentsFollowThroughTranslationRef } from '../../translations/followThrough';
import { ActionLink } from '../ActionLink';
import classes from './RecurredWhileOpen.module.css';

type Recurred = FollowThrough['recurredWhileOpen'];

/** The number to act on: what came again although it was known what would prevent it. */
export const RecurredWhileOpen = (props: {
  recurred: Recurred;
  /** Since when it is counted, in words; said elsewhere where left out. */
  since?: string;
  /** The way to more, where this stands beside other things. */
  more?: ReactNode;
}) => {
  const { t } = useTranslationRef(incidentsFollowThroughTranslationRef);
  const columns = useRecurredColumns();
  const { incidents, items } = props.recurred;
  return (
    <FigureCard
      title={t('recurredTitle')}
      count={props.since}
      file="recurred-while-open"
      columns={columns}
      rows={items}
      notes={props.more}
    >
      <p className={classes.sentence} data-any={incidents > 0 || undefined}>
        {incidents === 0
          ? t('recurredNone')
          : t('recurredSentence', { count: incidents })}
      </p>
      {items.length > 0 && (
        <ChartTable label={t('recurredTitle')} columns={columns} rows={items} />
      )}
    </FigureCard>
  );
};

function useRecurredColumns(): Column<Recurred['items'][number]>[] {
  const { t } = useTranslationRef(incidentsFollowThroughTranslationRef);
  const format = useInstantFormat();
  return [
    {
      name: 'incident',
      title: t('columnIncident'),
      value: row => row.number,
      show: row => (
        <>
          <IncidentLink number={row.number} /> {row.title}
        </>
      ),
    },
    {
      name: 'at',
      title: t('columnDeclared'),
      value: row => row.at,
      show: row => format.day(row.at),
      isDispensable: true,
    },
    {
      name: 'action',
      title: t('columnOpenAction'),
      value: row => row.action.number,
      show: row => (
        <>
          <ActionLink number={row.action.number} /> {row.action.title}
        </>
      ),
    },
    {
      name: 'overdue_days',
      title: t('columnOverdueThen'),
      value: row => row.overdueDays,
      show: row =>
        row.overdueDays > 0 ? (
          <span className={classes.late}>
            {t('days', { count: row.overdueDays })}
          </span>
        ) : (
          '–'
        ),
      isNumber: true,
    },
  ];
}
