import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { incidentsChangesTranslationRef } from '../translations/changes';
import { ChangeRow } from './ChangeRow';
import classes from './ChangeRows.module.css';
import { LinkedRow } from './LinkedRow';

const SHOWN = 3;

/** The cause first, then the likeliest of the others. */
export const ChangeRows = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsChangesTranslationRef);
  const [shown, setShown] = useState(SHOWN);
  const { incident } = props;
  const { causedBy } = incident;
  const others = incident.changes.filter(({ id }) => id !== causedBy?.id);
  const hidden = others.length - shown;
  return (
    <>
      <ul className={classes.changes}>
        {causedBy && <LinkedRow cause={causedBy} incident={incident} />}
        {others.slice(0, shown).map(change => (
          <ChangeRow key={change.id} change={change} incident={incident} />
        ))}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          className={classes.action}
          onClick={() => setShown(others.length)}
        >
          {t('more', { count: hidden })}
        </button>
      )}
    </>
  );
};
