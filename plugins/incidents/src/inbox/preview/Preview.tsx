import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box } from '@backstage/ui';
import type { InboxItem } from '@linchpin/backstage-plugin-incidents-common';
import { PreventingActions } from '../../actions/guard/PreventingActions';
import { useIncident } from '../../api/queries';
import { Since } from '../../elements/Instant';
import { PriorityMark } from '../../elements/PriorityMark';
import { FailedPart, RowSkeleton } from '../../elements/states';
import { StatusMark } from '../../elements/StatusMark';
import { IncidentLink } from '../../incident/IncidentLink';
import { incidentsInboxTranslationRef } from '../../translations/inbox';
import classes from './Preview.module.css';
import { PreviewActions } from './PreviewActions';
import { PreviewAlerts } from './PreviewAlerts';
import { PreviewFacts } from './PreviewFacts';
import { PreviewMenu } from './PreviewMenu';
import { PreviewSeenBefore } from './PreviewSeenBefore';

/** All that a verdict needs, without leaving the list. */
export const Preview = (props: { item: InboxItem }) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const { incident: row } = props.item;
  const { data, error, refetch } = useIncident(row.number);
  const incident = data ?? row;
  return (
    <Box
      as="section"
      bg="neutral"
      className={classes.card}
      aria-label={t('preview', { number: row.number })}
    >
      <header>
        <div className={classes.line}>
          <PriorityMark priority={incident.priority} />
          <IncidentLink number={incident.number} />
          <span className={classes.status}>
            <StatusMark incident={incident}>
              <span>
                · <Since at={incident.statusSince} />
              </span>
            </StatusMark>
          </span>
          {data && <PreviewMenu incident={data} />}
        </div>
        <h2 className={classes.title}>{incident.title}</h2>
        <p className={classes.account}>
          {incident.lastUpdate?.impact ?? data?.description}
        </p>
      </header>
      {error && !data && <FailedPart error={error} onRetry={refetch} />}
      {!data && !error && <RowSkeleton rows={3} />}
      {data && (
        <>
          <PreventingActions actions={data.preventing} />
          <PreviewActions incident={data} />
          <PreviewFacts item={props.item} incident={data} />
          <PreviewAlerts incident={data} />
          <PreviewSeenBefore incident={data} />
        </>
      )}
    </Box>
  );
};
