import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import { RiMegaphoneLine } from '@remixicon/react';
import { Since } from '../../elements/Instant';
import { PriorityChip } from '../../elements/PriorityMark';
import { StatusMark } from '../../elements/StatusMark';
import { useIncidentsPaths } from '../../navigation/navigation';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import { incidentsWordsTranslationRef } from '../../translations/words';
import { NextNews } from '../NextNews';
import classes from './LiveRow.module.css';

/** A live incident in one line; its next news stands at the right, where the eye looks for times. */
export const LiveRow = (props: { incident: Incident; entityRef: string }) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const words = useTranslationRef(incidentsWordsTranslationRef);
  const paths = useIncidentsPaths();
  const { incident } = props;
  const { entity, lead } = incident;
  return (
    <li className={classes.row}>
      <PriorityChip priority={incident.priority} />
      <Link
        href={paths.incident(incident.number)}
        standalone
        color="primary"
        className={classes.title}
      >
        {incident.title}
      </Link>
      <span className={classes.muted}>{incident.number}</span>
      <StatusMark incident={incident}>
        <span className={classes.muted}>
          <Since at={incident.statusSince} />
        </span>
      </StatusMark>
      <span className={classes.muted}>
        {lead ? words.t('leads', { name: lead.title }) : words.t('nobodyLeads')}
      </span>
      {entity && entity.ref !== props.entityRef && (
        <span className={classes.muted}>
          {t('at', { entity: entity.title })}
        </span>
      )}
      <span className={classes.news}>
        <RiMegaphoneLine aria-hidden="true" className={classes.icon} />
        <span>
          <NextNews incident={incident} />
        </span>
      </span>
    </li>
  );
};
