import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { RiCheckLine } from '@remixicon/react';
import { isOffered, type Startable, useCommands } from '../../commands';
import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import classes from './Situation.module.css';

/** Whether the workaround is known to help; whoever works on it says so in place. */
export const WorkaroundVerdict = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { incident } = props;
  const { workaroundConfirmedAt } = incident;
  return (
    <div className={classes.verdict}>
      {workaroundConfirmedAt && (
        <span
          className={classes.helps}
          title={format.utc(workaroundConfirmedAt)}
        >
          <RiCheckLine size={14} aria-hidden="true" />
          {t('workaroundHelps', {
            time: format.short(workaroundConfirmedAt, now),
          })}
        </span>
      )}
      <Verdict
        type="confirm-workaround"
        label={t('itHelps')}
        incident={incident}
      />
      <Verdict
        type="retract-workaround"
        label={t('itDoesNotHelp')}
        incident={incident}
      />
    </div>
  );
};

const Verdict = (props: {
  type: Startable;
  label: string;
  incident: IncidentDetail;
}) => {
  const { start } = useCommands();
  const { type, incident } = props;
  return isOffered(type, incident) ? (
    <button
      type="button"
      className={classes.toggle}
      onClick={() => start(type, incident)}
    >
      {props.label}
    </button>
  ) : null;
};
