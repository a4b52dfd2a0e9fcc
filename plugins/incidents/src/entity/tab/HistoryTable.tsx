import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, Link } from '@backstage/ui';
import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import { CauseMark } from '../../changes/CauseMark';
import { useNow } from '../../elements/now';
import { PriorityMark } from '../../elements/PriorityMark';
import { StatusMark } from '../../elements/StatusMark';
import { useDurationFormat, useInstantFormat } from '../../elements/time';
import { useIncidentsPaths } from '../../navigation/navigation';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import classes from './HistoryTable.module.css';

/** One row for each incident; a narrow place drops number, status and date before it would scroll. */
export const HistoryTable = (props: { incidents: Incident[] }) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  return (
    <table className={classes.table}>
      <thead className={classes.columns}>
        <tr>
          <th scope="col">{t('columnPriority')}</th>
          <th scope="col">{t('columnNumber')}</th>
          <th scope="col">{t('columnTitle')}</th>
          <th scope="col">{t('columnStatus')}</th>
          <th scope="col">{t('columnImpact')}</th>
          <th scope="col">{t('columnDate')}</th>
        </tr>
      </thead>
      <tbody>
        {props.incidents.map(incident => (
          <Row key={incident.id} incident={incident} />
        ))}
      </tbody>
    </table>
  );
};

const Row = ({ incident }: { incident: Incident }) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const paths = useIncidentsPaths();
  const { day, date, utc } = useInstantFormat();
  const now = useNow();
  const { declaredAt, mode } = incident;
  const isThisYear =
    new Date(declaredAt).getFullYear() === new Date(now).getFullYear();
  return (
    <tr className={classes.row}>
      <td className={classes.priority}>
        <PriorityMark priority={incident.priority} />
      </td>
      <td className={classes.number}>{incident.number}</td>
      <td className={classes.title}>
        <Link href={paths.incident(incident.number)} standalone color="primary">
          {incident.title}
        </Link>
        {incident.causedBy && <CauseMark cause={incident.causedBy} />}
      </td>
      <td className={classes.status}>
        <span>
          <StatusMark incident={incident} />
          {incident.reopened > 0 && <Badge>{t('reopened')}</Badge>}
          {mode !== 'real' && <Badge>{t(mode)}</Badge>}
        </span>
      </td>
      <td className={classes.impact}>
        <ImpactTime incident={incident} now={now} />
      </td>
      <td className={classes.date}>
        <time dateTime={declaredAt} title={utc(declaredAt)}>
          {isThisYear ? day(declaredAt) : date(declaredAt)}
        </time>
      </td>
    </tr>
  );
};

const ImpactTime = (props: { incident: Incident; now: number }) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { duration } = useDurationFormat();
  const { impactMs, impactRunningSince } = props.incident;
  if (impactRunningSince) {
    const soFar = impactMs + props.now - Date.parse(impactRunningSince);
    return <>{t('running', { duration: duration(soFar) })}</>;
  }
  return <>{impactMs > 0 ? duration(impactMs) : '–'}</>;
};
