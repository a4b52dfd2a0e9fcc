import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../elements/now';
import { PriorityMark } from '../elements/PriorityMark';
import { StatusMark } from '../elements/StatusMark';
import { useDurationFormat, useInstantFormat } from '../elements/time';
import classes from '../lists/found.module.css';
import { IncidentCell } from '../lists/IncidentCell';
import { useIsNarrow } from '../lists/useIsNarrow';
import { incidentsListsTranslationRef } from '../translations/lists';

/** The columns of the archive; a phone drops all that the page of the incident says better. */
export function useArchiveColumns(): ColumnConfig<Incident>[] {
  const { t } = useTranslationRef(incidentsListsTranslationRef);
  const isNarrow = useIsNarrow();
  const format = useInstantFormat();
  const { duration } = useDurationFormat();
  const now = useNow();
  return [
    {
      id: 'priority',
      label: t('prio'),
      width: 88,
      cell: incident => (
        <Cell>
          <PriorityMark priority={incident.priority} />
        </Cell>
      ),
    },
    {
      id: 'title',
      label: t('title'),
      isRowHeader: true,
      cell: incident => <IncidentCell incident={incident} />,
    },
    {
      id: 'status',
      label: t('status'),
      width: 148,
      isHidden: isNarrow,
      cell: incident => (
        <Cell>
          <StatusMark incident={incident} />
        </Cell>
      ),
    },
    {
      id: 'owner',
      label: t('owner'),
      width: 112,
      isHidden: isNarrow,
      cell: incident => <CellText title={incident.owner?.title ?? '–'} />,
    },
    {
      id: 'lead',
      label: t('lead'),
      width: 132,
      isHidden: isNarrow,
      cell: incident => (
        <Cell className={incident.lead ? undefined : classes.muted}>
          {incident.lead?.title ?? t('nobody')}
        </Cell>
      ),
    },
    {
      id: 'declared',
      label: t('declared'),
      width: 128,
      isHidden: isNarrow,
      cell: incident => (
        <Cell className={classes.number}>
          <time
            dateTime={incident.declaredAt}
            title={format.utc(incident.declaredAt)}
          >
            {format.short(incident.declaredAt, now)}
          </time>
        </Cell>
      ),
    },
    {
      id: 'impact',
      label: t('impact'),
      width: 96,
      cell: incident => (
        <Cell className={classes.number}>
          {duration(impactUntil(incident, now))}
        </Cell>
      ),
    },
  ];
}

/** How long the impact lasted, or has lasted so far, in milliseconds. */
function impactUntil(incident: Incident, now: number): number {
  const { impactMs, impactRunningSince } = incident;
  return impactRunningSince
    ? impactMs + now - Date.parse(impactRunningSince)
    : impactMs;
}
