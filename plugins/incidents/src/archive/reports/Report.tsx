import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box, Link } from '@backstage/ui';
import {
  after,
  DEFAULT_POLICY,
  type Incident,
  isLive,
} from '@linchpin/backstage-plugin-incidents-common';
import { CommandButton } from '../../commands';
import { Countdown } from '../../elements/Countdown';
import { Ago, Instant } from '../../elements/Instant';
import { useNow } from '../../elements/now';
import { StatusMark } from '../../elements/StatusMark';
import { useInstantFormat } from '../../elements/time';
import { useIncidentsPaths } from '../../navigation/navigation';
import { incidentsInboxTranslationRef } from '../../translations/inbox';
import { incidentsListsTranslationRef } from '../../translations/lists';
import classes from './MyReports.module.css';

/** One report as its reporter wants to read it: is it known, what helps, when is more said. */
export const Report = (props: { incident: Incident }) => {
  const { t } = useTranslationRef(incidentsListsTranslationRef);
  const { t: inbox } = useTranslationRef(incidentsInboxTranslationRef);
  const paths = useIncidentsPaths();
  const { incident } = props;
  const { lastUpdate, workaround } = incident;
  return (
    <Box as="li" bg="neutral" className={classes.report}>
      <div className={classes.head}>
        <Link
          href={paths.incident(incident.number)}
          standalone
          className={classes.title}
        >
          {incident.title}
        </Link>
        <span className={classes.status}>
          <StatusMark incident={incident} />
        </span>
        <span className={classes.facts}>
          {incident.number} · {incident.entity?.title ?? inbox('noOwner')} ·{' '}
          {t('reportedAt', { at: <Ago at={incident.declaredAt} /> })}
        </span>
      </div>
      <dl className={classes.said}>
        <dt>{t('lastUpdate')}</dt>
        <dd>
          {lastUpdate ? (
            <>
              {lastUpdate.impact} {lastUpdate.action}{' '}
              <span className={classes.muted}>
                <Ago at={lastUpdate.at} />
              </span>
            </>
          ) : (
            <span className={classes.muted}>{t('noUpdate')}</span>
          )}
        </dd>
        {workaround && (
          <>
            <dt>{t('workaround')}</dt>
            <dd>{workaround}</dd>
          </>
        )}
        {isLive(incident.status) && (
          <>
            <dt>{t('nextUpdate')}</dt>
            <dd>
              {incident.nextUpdateAt ? (
                <>
                  <strong>
                    <Instant at={incident.nextUpdateAt} />
                  </strong>{' '}
                  <Countdown kind="update" dueAt={incident.nextUpdateAt} />
                </>
              ) : (
                <span className={classes.muted}>{t('noNextUpdate')}</span>
              )}
            </dd>
          </>
        )}
      </dl>
      <Reopen incident={incident} />
    </Box>
  );
};

/** The reporter's own word on whether it is over. */
const Reopen = (props: { incident: Incident }) => {
  const { t } = useTranslationRef(incidentsListsTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { status, statusSince } = props.incident;
  if (status !== 'resolved') {
    return null;
  }
  const until = after(statusSince, DEFAULT_POLICY.reopenFor);
  if (Date.parse(until) < now) {
    return null;
  }
  return (
    <div className={classes.reopen}>
      <span className={classes.muted}>
        {t('mayReopen', { until: format.short(until, now) })}
      </span>
      <CommandButton type="reopen" incident={props.incident} size="small" />
    </div>
  );
};
