import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { incidentsWordsTranslationRef } from '../../translations/words';
import classes from './Situation.module.css';
import {
  type ActionStatement,
  type ImpactStatement,
  situationOf,
} from './situationOf';
import { Said } from './Said';
import { WorkaroundVerdict } from './WorkaroundVerdict';

/** What is broken, what is being done, what can be done meanwhile. */
export const Situation = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { incident } = props;
  const { impact, action, workaround, asOf } = situationOf(incident);
  const isOver = ['resolved', 'closed', 'dismissed'].includes(incident.status);
  const time = asOf && format.short(asOf.at, now);
  return (
    <Box
      as="dl"
      bg="neutral"
      className={classes.situation}
      aria-label={
        asOf && time
          ? t('situationOf', { name: asOf.by, time })
          : t('situation')
      }
    >
      <div>
        <dt>
          {t('impact')}
          {asOf && time && (
            <span
              className={classes.source}
              title={`${t('asOfName', {
                name: asOf.by,
                time,
              })} (${format.utc(asOf.at)})`}
            >
              {t('asOf', { time })}
            </span>
          )}
          <Source from={impact.from} />
        </dt>
        {'headline' in impact ? (
          <Said statement={impact} />
        ) : (
          <dd>
            <ImpactWithoutWords impact={impact} />
          </dd>
        )}
      </div>
      <div>
        <dt>{isOver ? t('weWere') : t('weAre')}</dt>
        <Doing action={action} hasUpdate={asOf !== null} />
      </div>
      <div>
        <dt>
          {t('workaround')}
          <Source from={workaround.from} />
        </dt>
        {'headline' in workaround ? (
          <Said statement={workaround}>
            <WorkaroundVerdict incident={incident} />
          </Said>
        ) : (
          <dd>
            <p className={classes.unsaid}>{t('noWorkaround')}</p>
          </dd>
        )}
      </div>
    </Box>
  );
};

/** Where the words are from, unless somebody posted them. */
const Source = (props: { from: string }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return props.from === 'report' || props.from === 'alert' ? (
    <span className={classes.source}>{t(`from_${props.from}`)}</span>
  ) : null;
};

const ImpactWithoutWords = (props: {
  impact: Extract<ImpactStatement, { from: 'alerts' | 'nobody' }>;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { impact } = props;
  if (impact.from === 'nobody') {
    return <p className={classes.unsaid}>{t('impactUnsaid')}</p>;
  }
  return (
    <p className={classes.headline}>
      {impact.firing > 0
        ? t('impactAlerts', { count: impact.firing })
        : t('impactAlertsEnded')}
    </p>
  );
};

const Doing = (props: { action: ActionStatement; hasUpdate: boolean }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { action } = props;
  return action.from === 'update' ? (
    <Said statement={action} />
  ) : (
    <dd>
      <p className={classes.headline}>
        <WithoutWords action={action} />
      </p>
      {!props.hasUpdate && <p className={classes.rest}>{t('noUpdateYet')}</p>}
    </dd>
  );
};

/** What the status alone says about what is being done. */
const WithoutWords = (props: {
  action: Exclude<ActionStatement, { from: 'update' }>;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { t: word } = useTranslationRef(incidentsWordsTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { action } = props;
  if (action.from === 'hold') {
    return t('doing_hold', {
      reason: word(`hold_${action.reason}`),
      time: format.short(action.resumeBy, now),
    });
  }
  if (action.from === 'recovery') {
    return t('doing_recovered');
  }
  switch (action.status) {
    case 'triage':
    case 'investigating':
    case 'fixing':
    case 'monitoring':
      return action.who
        ? t(`doing_${action.status}`, { who: action.who })
        : t(`doing_${action.status}_nobody`);
    default:
      return t(`doing_${action.status}`);
  }
};
