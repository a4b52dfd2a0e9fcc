import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import { RiPulseLine, RiUserVoiceLine } from '@remixicon/react';
import { incidentsInboxTranslationRef } from '../translations/inbox';
import classes from '../lists/rows.module.css';

/** Where it came from, and how often. */
export const RowSource = (props: { incident: Incident }) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const { source, alertCount, affectedPeople } = props.incident;
  if (source === 'alert') {
    return (
      <span className={classes.source}>
        <RiPulseLine aria-hidden="true" />
        {t('source_alert', { times: String(alertCount) })}
      </span>
    );
  }
  return (
    <span className={classes.source}>
      <RiUserVoiceLine aria-hidden="true" />
      {source === 'report'
        ? t('source_report', { count: affectedPeople })
        : t('source_declaration')}
    </span>
  );
};
