import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { RiCheckLine, RiPulseLine } from '@remixicon/react';
import type { PropsWithChildren } from 'react';
import { useNow } from '../elements/now';
import { useInstantFormat } from '../elements/time';
import { incidentsAlertsTranslationRef } from '../translations/alerts';
import classes from './AlertLines.module.css';

export type IncidentAlert = IncidentDetail['alerts'][number];

export const AlertIcon = (props: { firing: boolean }) => {
  const { t } = useTranslationRef(incidentsAlertsTranslationRef);
  const Icon = props.firing ? RiPulseLine : RiCheckLine;
  return (
    <Icon
      className={classes.icon}
      role="img"
      aria-label={t(props.firing ? 'isFiring' : 'hasEnded')}
    />
  );
};

/** Leads to where its source shows it. */
export const AlertName = (
  props: PropsWithChildren<{ alert: IncidentAlert }>,
) =>
  props.alert.url ? (
    <Link href={props.alert.url} target="_blank" standalone>
      {props.children}
    </Link>
  ) : (
    <>{props.children}</>
  );

/** Since when it fires, or when it ended. */
export const AlertMoment = (props: { alert: IncidentAlert }) => {
  const { t } = useTranslationRef(incidentsAlertsTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { alert } = props;
  const moment = alert.endedAt ?? alert.since;
  const time = format.short(moment, now);
  return (
    <time
      className={classes.moment}
      dateTime={moment}
      title={t('timesHint', {
        count: alert.occurrences,
        deliveries: String(alert.deliveries),
        utc: format.utc(moment),
      })}
    >
      {alert.endedAt ? t('endedAt', { time }) : time}
    </time>
  );
};
