import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  IncidentDetail,
  ShownNearChange,
} from '@linchpin/backstage-plugin-incidents-common';
import { isOffered } from '../commands';
import { useInstantFormat } from '../elements/time';
import { incidentsChangesTranslationRef } from '../translations/changes';
import {
  CHANGE_ICONS,
  changedThing,
  ChangeMade,
  useChangeDetails,
  useNearness,
} from './changeWords';
import classes from './ChangeRows.module.css';

/** A change near an incident; whoever works on it says in place that it was the cause. */
export const ChangeRow = (props: {
  change: ShownNearChange;
  incident: IncidentDetail;
  onCause: () => void;
}) => {
  const { t } = useTranslationRef(incidentsChangesTranslationRef);
  const format = useInstantFormat();
  const nearness = useNearness();
  const details = useChangeDetails();
  const { change, incident } = props;
  const Icon = CHANGE_ICONS[change.kind];
  const said = [nearness(change), ...details(change)].join(' · ');
  // What came after cannot be the cause.
  const mayBeTheCause =
    change.when !== 'after' && isOffered('link-change', incident);
  return (
    <li tabIndex={-1} data-change={change.id}>
      <Icon className={classes.icon} aria-hidden="true" />
      <span className={classes.what}>
        <ChangeMade change={change} />
      </span>
      <span
        className={classes.rest}
        title={format.utc(change.finishedAt ?? change.startedAt)}
      >
        {said}
      </span>
      {mayBeTheCause && (
        <button
          type="button"
          className={classes.action}
          aria-label={t('causedItBy', { change: changedThing(change) })}
          onClick={props.onCause}
        >
          {t('causedIt')}
        </button>
      )}
    </li>
  );
};
