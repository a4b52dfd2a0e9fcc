import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  AlertGroup,
  DifferingLabel,
} from '@linchpin/backstage-plugin-incidents-common';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { useId, useState } from 'react';
import { useNow } from '../elements/now';
import { useInstantFormat } from '../elements/time';
import { incidentsAlertsTranslationRef } from '../translations/alerts';
import classes from './AlertLines.module.css';
import {
  AlertIcon,
  AlertMoment,
  AlertName,
  type IncidentAlert,
} from './alertWords';

const LABELS_SHOWN = 2;
const VALUES_SHOWN = 3;

/** Alerts of one name, as one line that opens to the single ones. */
export const AlertGroupLine = (props: {
  group: AlertGroup<IncidentAlert>;
  source?: string;
}) => {
  const { t } = useTranslationRef(incidentsAlertsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { group, source } = props;
  const { alerts, differing } = group;
  const Chevron = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <li className={classes.line} data-firing={group.firing > 0 || undefined}>
      <AlertIcon firing={group.firing > 0} />
      <button
        type="button"
        className={classes.opener}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={classes.title}>{group.title}</span>
        <span
          className={classes.count}
          title={t('ofName', { count: alerts.length })}
        >
          ×{alerts.length}
          <Chevron size={16} aria-hidden="true" />
        </span>
      </button>
      <span className={classes.more}>
        <GroupTimes group={group} />
        {source && ` · ${source}`}
      </span>
      {isOpen ? (
        <ul id={id} className={classes.singles}>
          {alerts.map(alert => (
            <li key={alert.id} data-firing={alert.firing || undefined}>
              <span className={classes.title}>
                <AlertName alert={alert}>
                  {labelsOf(alert, differing) || alert.title}
                </AlertName>
              </span>
              <AlertMoment alert={alert} />
            </li>
          ))}
        </ul>
      ) : (
        differing.slice(0, LABELS_SHOWN).map(({ label, values }) => (
          <span key={label} className={classes.more}>
            {label} {values.slice(0, VALUES_SHOWN).join(', ')}
            {values.length > VALUES_SHOWN &&
              ` +${values.length - VALUES_SHOWN}`}
          </span>
        ))
      )}
    </li>
  );
};

const GroupTimes = (props: { group: AlertGroup<IncidentAlert> }) => {
  const { t } = useTranslationRef(incidentsAlertsTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { firing, alerts, firstAt, endedAt } = props.group;
  if (endedAt) {
    return <>{t('endedAt', { time: format.short(endedAt, now) })}</>;
  }
  const since = t('since', { time: format.short(firstAt, now) });
  return firing === alerts.length ? (
    <>{since}</>
  ) : (
    <>
      {t('counts', {
        firing: String(firing),
        ended: String(alerts.length - firing),
      })}
      {` · ${since}`}
    </>
  );
};

/** What tells one from its fellows, as `zone eu-west-1a · pod api-7`. */
function labelsOf(
  alert: IncidentAlert,
  differing: readonly DifferingLabel[],
): string {
  return differing
    .filter(({ label }) => Object.hasOwn(alert.labels, label))
    .map(({ label }) => `${label} ${alert.labels[label]}`)
    .join(' · ');
}
