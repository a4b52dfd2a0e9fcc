import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type {
  Incident,
  IncidentDetail,
} from '@linchpin/backstage-plugin-incidents-common';
import { useIncident } from '../api/queries';
import { useNow } from '../elements/now';
import { useDurationFormat } from '../elements/time';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import classes from './Holders.module.css';

/** Who had an incident, and how long each: asked before it goes on once more. */
export const Holders = (props: { incident: Incident }) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const { duration } = useDurationFormat();
  const now = useNow();
  const { data } = useIncident(props.incident.number);
  return (
    <Alert
      status="warning"
      icon
      title={t('passedOnTimes', { count: props.incident.passes })}
      description={
        data && (
          <ol className={classes.holders}>
            {stays(data, now).map(({ title, since, ms }) => (
              <li key={since}>
                <span>{title}</span>
                <span className={classes.long}>{duration(ms)}</span>
              </li>
            ))}
          </ol>
        )
      }
    />
  );
};

function stays(incident: IncidentDetail, now: number) {
  return incident.holders.map(({ owner, since }, index, holders) => {
    const until = holders[index + 1]?.since;
    return {
      title: owner.title,
      since,
      ms: (until ? Date.parse(until) : now) - Date.parse(since),
    };
  });
}
