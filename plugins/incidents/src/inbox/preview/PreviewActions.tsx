import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { CommandButton, isOffered, type Startable } from '../../commands';
import { useNow } from '../../elements/now';
import { primaryAction } from '../../incident/header/primaryAction';
import { incidentsInboxTranslationRef } from '../../translations/inbox';
import classes from './Preview.module.css';

const KEYS: Partial<Record<Startable, string>> = {
  acknowledge: 'a',
  'pass-on': 'p',
  dismiss: 'd',
  'post-update': 'u',
};

/** What is left to those who may look but not work on it. */
const ONLOOKING: readonly Startable[] = ['follow', 'unfollow'];

/** What comes after the primary one, at most two. */
const VERDICTS: readonly Startable[] = [
  'post-update',
  'pass-on',
  'dismiss',
  'resolve',
  'undo',
];

/** The verdicts that fit the state; the first is the one to expect. */
export const PreviewActions = (props: { incident: IncidentDetail }) => {
  const { incident } = props;
  const primary = firstStep(incident, useNow());
  const others = VERDICTS.filter(
    type =>
      type !== primary &&
      isOffered(type, incident) &&
      !(type === 'post-update' && incident.status === 'triage') &&
      !(type === 'dismiss' && incident.status !== 'triage'),
  ).slice(0, 2);
  if (!primary && others.length === 0) {
    return <Onlooking incident={incident} />;
  }
  return (
    <div className={classes.actions} data-actions>
      {primary && (
        <CommandButton
          type={primary}
          incident={incident}
          variant="primary"
          shortcut={KEYS[primary]}
        />
      )}
      {others.map(type => (
        <CommandButton
          key={type}
          type={type}
          incident={incident}
          shortcut={KEYS[type]}
        />
      ))}
    </div>
  );
};

const Onlooking = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  return (
    <div className={classes.actions} data-actions>
      <p className={classes.onlooking}>{t('onlooking')}</p>
      {ONLOOKING.map(type => (
        <CommandButton key={type} type={type} incident={props.incident} />
      ))}
    </div>
  );
};

/** Nobody can work what is about nothing: first say what it is about. */
function firstStep(
  incident: IncidentDetail,
  now: number,
): Startable | undefined {
  if (!incident.entityRef && isOffered('assign-entity', incident)) {
    return 'assign-entity';
  }
  const primary = primaryAction(incident, now);
  return primary === 'report-affected' || primary === 'review'
    ? undefined
    : primary;
}
