import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import { incidentsTranslationRef } from '../../translations/incidents';
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
  const { t } = useTranslationRef(incidentsTranslationRef);
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
          ? t('incident.situationOf', { name: asOf.by, time })
          : t('incident.situation')
      }
    >
      <div>
        <dt>
          {t('incident.impact')}
          {asOf && time && (
            <span
              className={classes.source}
              title={`${t('incident.asOfName', {
                name: asOf.by,
                time,
              })} (${format.utc(asOf.at)})`}
            >
              {t('incident.asOf', { time })}
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
        <dt>{isOver ? t('incident.weWere') : t('incident.weAre')}</dt>
        <Doing action={action} hasUpdate={asOf !== null} />
      </div>
      <div>
        <dt>
          {t('incident.workaround')}
          <Source from={workaround.from} />
        </dt>
        {'headline' in workaround ? (
          <Said statement={workaround}>
            <WorkaroundVerdict incident={incident} />
          </Said>
        ) : (
          <dd>
            <p className={classes.unsaid}>{t('incident.noWorkaround')}</p>
          </dd>
        )}
      </div>
    </Box>
  );
};

/** Where the words are from, unless somebody posted them. */
const Source = (props: { from: string }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return props.from === 'report' || props.from === 'alert' ? (
    <span className={classes.source}>{t(`incident.from_${props.from}`)}</span>
  ) : null;
};

const ImpactWithoutWords = (props: {
  impact: Extract<ImpactStatement, { from: 'alerts' | 'nobody' }>;
}) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { impact } = props;
  if (impact.from === 'nobody') {
    return <p className={classes.unsaid}>{t('incident.impactUnsaid')}</p>;
  }
  return (
    <p className={classes.headline}>
      {impact.firing > 0
        ? t('incident.impactAlerts', { count: impact.firing })
        : t('incident.impactAlertsEnded')}
    </p>
  );
};

const Doing = (props: { action: ActionStatement; hasUpdate: boolean }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { action } = props;
  return action.from === 'update' ? (
    <Said statement={action} />
  ) : (
    <dd>
      <p className={classes.headline}>
        <WithoutWords action={action} />
      </p>
      {!props.hasUpdate && (
        <p className={classes.rest}>{t('incident.noUpdateYet')}</p>
      )}
    </dd>
  );
};

/** What the status alone says about what is being done. */
const WithoutWords = (props: {
  action: Exclude<ActionStatement, { from: 'update' }>;
}) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { t: word } = useTranslationRef(incidentsWordsTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { action } = props;
  if (action.from === 'hold') {
    return t('incident.doing_hold', {
      reason: word(`hold_${action.reason}`),
      time: format.short(action.resumeBy, now),
    });
  }
  if (action.from === 'recovery') {
    return t('incident.doing_recovered');
  }
  switch (action.status) {
    case 'triage':
    case 'investigating':
    case 'fixing':
    case 'monitoring':
      return action.who
        ? t(`incident.doing_${action.status}`, { who: action.who })
        : t(`incident.doing_${action.status}_nobody`);
    default:
      return t(`incident.doing_${action.status}`);
  }
};
