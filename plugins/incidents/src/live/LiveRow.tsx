import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import { Countdown } from '../elements/Countdown';
import { Since } from '../elements/Instant';
import { PriorityMark } from '../elements/PriorityMark';
import { StatusMark } from '../elements/StatusMark';
import rows from '../lists/rows.module.css';
import { useIncidentsPaths } from '../navigation/navigation';
import { incidentsInboxTranslationRef } from '../translations/inbox';
import { incidentsWordsTranslationRef } from '../translations/words';
import classes from './LiveRow.module.css';

/** What is going on, who has it, what was last said and when more is said. */
export const LiveRow = (props: { incident: Incident }) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const words = useTranslationRef(incidentsWordsTranslationRef).t;
  const paths = useIncidentsPaths();
  const { incident } = props;
  return (
    <li className={`${rows.row} ${classes.row}`}>
      <span className={rows.priority}>
        <PriorityMark priority={incident.priority} />
      </span>
      <div className={rows.first}>
        <Link
          href={paths.incident(incident.number)}
          standalone
          className={rows.title}
        >
          {incident.title}
        </Link>
        <span className={rows.source}>{incident.number}</span>
      </div>
      <span className={rows.clock}>
        <NextNews incident={incident} />
      </span>
      <div className={rows.second}>
        <span className={rows.facts}>
          {incident.entity && (
            <span className={rows.entity}>{incident.entity.title}</span>
          )}
          <span>{incident.owner?.title ?? t('noOwner')}</span>
          <Since at={incident.declaredAt} />
          <span>
            {incident.lead
              ? words('leads', { name: incident.lead.title })
              : words('nobodyLeads')}
          </span>
        </span>
      </div>
      <span className={classes.status}>
        <StatusMark incident={incident} />
      </span>
      {incident.lastUpdate && (
        <p className={classes.said}>{incident.lastUpdate.action}</p>
      )}
    </li>
  );
};

const NextNews = (props: { incident: Incident }) => {
  const { status, onHold, nextUpdateAt, acknowledgeDueAt } = props.incident;
  if (onHold) {
    return <Countdown kind="resume" dueAt={onHold.resumeBy} />;
  }
  if (status === 'triage' && acknowledgeDueAt) {
    return <Countdown kind="acknowledge" dueAt={acknowledgeDueAt} />;
  }
  return nextUpdateAt ? <Countdown kind="update" dueAt={nextUpdateAt} /> : null;
};
