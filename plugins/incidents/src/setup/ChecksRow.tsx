import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box, VisuallyHidden } from '@backstage/ui';
import type { Setup } from '@linchpin/backstage-plugin-incidents-common';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiErrorWarningLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import { useNow } from '../elements/now';
import { useDurationFormat } from '../elements/time';
import { incidentsTranslationRef } from '../translations/incidents';
import { checksOf } from './checks';
import classes from './ChecksRow.module.css';

/** Five questions, answered at a glance. */
export const ChecksRow = (props: { setup: Setup }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const checks = checksOf(props.setup, useNow());
  const { lastResortGroup, delivery } = props.setup.checks;
  const { notSent } = props.setup;
  return (
    <Box
      as="ul"
      bg="neutral"
      className={classes.checks}
      aria-label={t('setup.checks')}
    >
      <AlertsCheck setup={props.setup} />
      {checks.delivery === 'ok' && (
        <Check state="ok" title={t('setup.toldOk')}>
          {t('setup.toldOkHint')}
        </Check>
      )}
      {checks.delivery === 'slow' && (
        <Check state="ok" title={t('setup.toldSlowly')}>
          {t('setup.toldSlowlyHint')}
        </Check>
      )}
      {checks.delivery === 'nobody' && (
        <Check state="broken" title={t('setup.toldNobody')}>
          {t('setup.toldNobodyHint')}
        </Check>
      )}
      {checks.delivery === 'failing' && (
        <Check state="warning" title={t('setup.toldError')}>
          {delivery.lastError}
        </Check>
      )}
      {lastResortGroup ? (
        <Check
          state="ok"
          title={t('setup.lastResortOk', { group: lastResortGroup.title })}
        >
          {t('setup.lastResortOkHint')}
        </Check>
      ) : (
        <Check state="warning" title={t('setup.lastResortNone')}>
          {t('setup.lastResortNoneHint', {
            key: (
              <code>
                incidents.routing.
                <wbr />
                lastResortGroup
              </code>
            ),
          })}
        </Check>
      )}
      {checks.sent === 'ok' ? (
        <Check state="ok" title={t('setup.sentOk')}>
          {t('setup.sentOkHint')}
        </Check>
      ) : (
        <Check
          state="warning"
          title={t('setup.notSentCheck', { count: notSent.length })}
        >
          {t('setup.notSentCheckHint')}
        </Check>
      )}
      <WatchdogCheck setup={props.setup} />
    </Box>
  );
};

const WatchdogCheck = (props: { setup: Setup }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { ago, duration } = useDurationFormat();
  const now = useNow();
  const { lookedAt, findings, since } = props.setup.checks.watchdog;
  switch (checksOf(props.setup, now).watchdog) {
    case 'late':
      return (
        <Check state="broken" title={t('setup.late', { count: findings })}>
          {since &&
            t('setup.lateHint', {
              duration: duration(now - Date.parse(since)),
            })}
        </Check>
      );
    case 'asleep':
      return (
        <Check state="warning" title={t('setup.asleep')}>
          {lookedAt && t('setup.asleepHint', { ago: ago(lookedAt, now) })}
        </Check>
      );
    default:
      return (
        <Check state="ok" title={t('setup.onTime')}>
          {lookedAt
            ? t('setup.onTimeHint', { ago: ago(lookedAt, now) })
            : t('setup.onTimeSoon')}
        </Check>
      );
  }
};

const AlertsCheck = (props: { setup: Setup }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { ago, duration } = useDurationFormat();
  const now = useNow('second');
  const { lastReceivedAt, waiting, oldestWaitingMs } =
    props.setup.checks.alerts;
  switch (checksOf(props.setup, now).alerts) {
    case 'waiting':
      return (
        <Check
          state="warning"
          title={t('setup.alertsWaiting', { count: waiting })}
        >
          {t('setup.alertsWaitingHint', {
            duration: duration(oldestWaitingMs),
          })}
        </Check>
      );
    case 'none':
      return (
        <Check state="warning" title={t('setup.alertsNone')}>
          {t('setup.alertsNoneHint')}
        </Check>
      );
    default:
      return (
        <Check state="ok" title={t('setup.alertsOk')}>
          {lastReceivedAt &&
            t('setup.alertsOkHint', { ago: ago(lastReceivedAt, now) })}
        </Check>
      );
  }
};

type State = 'ok' | 'warning' | 'broken';

const ICONS: Record<State, ReactNode> = {
  ok: <RiCheckboxCircleFill size={16} aria-hidden="true" />,
  warning: <RiErrorWarningLine size={16} aria-hidden="true" />,
  broken: <RiCloseCircleFill size={16} aria-hidden="true" />,
};

const Check = (props: { state: State; title: string; children: ReactNode }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <li className={classes.check}>
      <span className={classes.title} data-state={props.state}>
        {ICONS[props.state]}
        {props.title}
        <VisuallyHidden>
          : {props.state === 'ok' ? t('setup.ok') : t('setup.toMend')}
        </VisuallyHidden>
      </span>
      <span className={classes.hint}>{props.children}</span>
    </li>
  );
};
