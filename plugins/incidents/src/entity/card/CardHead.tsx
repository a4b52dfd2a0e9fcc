import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type {
  EntityCard,
  Incident,
} from '@linchpin/backstage-plugin-incidents-common';
import { PriorityChip } from '../../elements/PriorityMark';
import { StatusMark, StatusShape } from '../../elements/StatusMark';
import { useIncidentsPaths } from '../../navigation/navigation';
import { ReportButton } from '../../report/ReportButton';
import { incidentsCardTranslationRef } from '../../translations/card';
import classes from './CardHead.module.css';

/** The first line: what is live, or that nothing is; and the way to report. */
export const CardHead = (props: { entityRef: string; card: EntityCard }) => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  const { live, mayReport } = props.card;
  return (
    <header className={classes.head}>
      {live.length > 0 ? (
        <LiveIncident
          incident={live[0]}
          more={live.length - 1}
          entityRef={props.entityRef}
        />
      ) : (
        <h2 className={classes.calm}>
          <StatusShape status="resolved" />
          {t('noneLive')}
        </h2>
      )}
      {mayReport && (
        <ReportButton
          entityRef={props.entityRef}
          label={<span className={classes.report}>{t('report')}</span>}
        />
      )}
    </header>
  );
};

const LiveIncident = (props: {
  incident: Incident;
  more: number;
  entityRef: string;
}) => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  const paths = useIncidentsPaths();
  const { incident, more } = props;
  const { mode, entity } = incident;
  return (
    <>
      <PriorityChip priority={incident.priority} />
      <div className={classes.incident}>
        <h2 className={classes.title}>
          <Link
            href={paths.incident(incident.number)}
            standalone
            color="primary"
          >
            {incident.title}
          </Link>
        </h2>
        <p className={classes.second}>
          <span>{incident.number}</span>
          <span className={classes.status}>
            <StatusMark incident={incident} />
          </span>
          {entity && entity.ref !== props.entityRef && (
            <span>{t('at', { entity: entity.title })}</span>
          )}
          {(mode === 'drill' || mode === 'test') && <span>{t(mode)}</span>}
          {more > 0 && <span>{t('moreLive', { count: more })}</span>}
        </p>
      </div>
    </>
  );
};
