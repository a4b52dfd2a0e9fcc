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
import { incidentsSetupTranslationRef } from '../translations/setup';
import { checksOf } from './checks';
import classes from './ChecksRow.module.css';

/** Five questions, answered at a glance. */
export const ChecksRow = (props: { setup: Setup }) => {
  const { t } = useTranslationRef(incidentsSetupTranslationRef);
  const checks = checksOf(props.setup, useNow());
  const { lastResortGroup, delivery } = props.setup.checks;
  const { notSent } = props.setup;
  return (
    <Box
      as="ul"
      bg="neutral"
      className={classes.checks}
      aria-label={t('checks')}
    >
      <AlertsCheck setup={props.setup} />
      {checks.delivery === 'ok' && (
        <Check state="ok" title={t('toldOk')}>
          {t('toldOkHint')}
        </Check>
      )}
      {checks.delivery === 'slow' && (
        <Check state="ok" title={t('toldSlowly')}>
          {t('toldSlowlyHint')}
        </Check>
      )}
      {checks.delivery === 'nobody' && (
        <Check state="broken" title={t('toldNobody')}>
          {t('toldNobodyHint')}
        </Check>
      )}
      {checks.delivery === 'failing' && (
        <Check state="warning" title={t('toldError')}>
          {delivery.lastError}
        </Check>
      )}
      {lastResortGroup ? (
        <Check
          state="ok"
          title={t('lastResortOk', { group: lastResortGroup.title })}
        >
          {t('lastResortOkHint')}
        </Check>
      ) : (
        <Check state="warning" title={t('lastResortNone')}>
          {t('lastResortNoneHint', {
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
        <Check state="ok" title={t('sentOk')}>
          {t('sentOkHint')}
        </Check>
      ) : (
        <Check
          state="warning"
          title={t('notSentCheck', { count: notSent.length })}
        >
          {t('notSentCheckHint')}
        </Check>
      )}
      <WatchdogCheck setup={props.setup} />
    </Box>
  );
};

const WatchdogCheck = (props: { setup: Setup }) => {
  const { t } = useTranslationRef(incidentsSetupTranslationRef);
  const { ago, duration } = useDurationFormat();
  const now = useNow();
  const { lookedAt, findings, since } = props.setup.checks.watchdog;
  switch (checksOf(props.setup, now).watchdog) {
    case 'late':
      return (
        <Check state="broken" title={t('late', { count: findings })}>
          {since &&
            t('lateHint', {
              duration: duration(now - Date.parse(since)),
            })}
        </Check>
      );
    case 'asleep':
      return (
        <Check state="warning" title={t('asleep')}>
          {lookedAt && t('asleepHint', { ago: ago(lookedAt, now) })}
        </Check>
      );
    default:
      return (
        <Check state="ok" title={t('onTime')}>
          {lookedAt
            ? t('onTimeHint', { ago: ago(lookedAt, now) })
            : t('onTimeSoon')}
        </Check>
      );
  }
};

const AlertsCheck = (props: { setup: Setup }) => {
  const { t } = useTranslationRef(incidentsSetupTranslationRef);
  const { ago, duration } = useDurationFormat();
  const now = useNow('second');
  const { lastReceivedAt, waiting, oldestWaitingMs } =
    props.setup.checks.alerts;
  switch (checksOf(props.setup, now).alerts) {
    case 'waiting':
      return (
        <Check state="warning" title={t('alertsWaiting', { count: waiting })}>
          {t('alertsWaitingHint', {
            duration: duration(oldestWaitingMs),
          })}
        </Check>
      );
    case 'none':
      return (
        <Check state="warning" title={t('alertsNone')}>
          {t('alertsNoneHint')}
        </Check>
      );
    default:
      return (
        <Check state="ok" title={t('alertsOk')}>
          {lastReceivedAt &&
            t('alertsOkHint', { ago: ago(lastReceivedAt, now) })}
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
  const { t } = useTranslationRef(incidentsSetupTranslationRef);
  return (
    <li className={classes.check}>
      <span className={classes.title} data-state={props.state}>
        {ICONS[props.state]}
        {props.title}
        <VisuallyHidden>
          : {props.state === 'ok' ? t('ok') : t('toMend')}
        </VisuallyHidden>
      </span>
      <span className={classes.hint}>{props.children}</span>
    </li>
  );
};
