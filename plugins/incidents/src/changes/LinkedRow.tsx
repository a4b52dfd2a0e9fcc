import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  IncidentDetail,
  LinkedChange,
} from '@linchpin/backstage-plugin-incidents-common';
import { RiCheckLine } from '@remixicon/react';
import { isOffered } from '../commands';
import { useNow } from '../elements/now';
import { useInstantFormat } from '../elements/time';
import { incidentsChangesTranslationRef } from '../translations/changes';
import { CHANGE_ICONS, ChangeMade, useNearness } from './changeWords';
import classes from './ChangeRows.module.css';

/** The change that caused it, also where it is near no more or kept no more. */
export const LinkedRow = (props: {
  cause: LinkedChange;
  incident: IncidentDetail;
  onNotTheCause: () => void;
}) => {
  const { t } = useTranslationRef(incidentsChangesTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const nearness = useNearness();
  const { cause, incident } = props;
  const near = incident.changes.find(({ id }) => id === cause.id);
  const Icon = CHANGE_ICONS[cause.kind];
  return (
    <li tabIndex={-1} data-change={cause.id}>
      <Icon className={classes.icon} aria-hidden="true" />
      <span className={classes.what}>
        <ChangeMade change={near ?? cause} />
      </span>
      <span className={classes.rest} title={format.utc(cause.at)}>
        {near ? nearness(near) : format.short(cause.at, now)}
      </span>
      <span className={classes.verdict}>
        <span className={classes.cause}>
          <RiCheckLine size={14} aria-hidden="true" />
          {t('cause')}
        </span>
        {isOffered('unlink-change', incident) && (
          <button
            type="button"
            className={classes.action}
            onClick={props.onNotTheCause}
          >
            {t('notTheCause')}
          </button>
        )}
      </span>
    </li>
  );
};
