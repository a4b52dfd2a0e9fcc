import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { useCommands } from '../commands';
import { incidentsChangesTranslationRef } from '../translations/changes';
import { ChangeRow } from './ChangeRow';
import classes from './ChangeRows.module.css';
import { LinkedRow } from './LinkedRow';
import { useFocusKept } from './useFocusKept';

const SHOWN = 3;

/** The cause first, then the likeliest of the others. */
export const ChangeRows = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsChangesTranslationRef);
  const { send } = useCommands();
  const [list, goOnAt] = useFocusKept();
  const [shown, setShown] = useState(SHOWN);
  const { incident } = props;
  const { causedBy } = incident;
  const others = incident.changes.filter(({ id }) => id !== causedBy?.id);
  const hidden = others.slice(shown);
  return (
    <>
      <ul {...list} tabIndex={-1} className={classes.changes}>
        {causedBy && (
          <LinkedRow
            cause={causedBy}
            incident={incident}
            onNotTheCause={() => {
              goOnAt(causedBy.id);
              send({ type: 'unlink-change' }, incident);
            }}
          />
        )}
        {others.slice(0, shown).map(change => (
          <ChangeRow
            key={change.id}
            change={change}
            incident={incident}
            onCause={() => {
              goOnAt(change.id);
              send({ type: 'link-change', changeId: change.id }, incident);
            }}
          />
        ))}
      </ul>
      {hidden.length > 0 && (
        <button
          type="button"
          className={classes.action}
          onClick={() => {
            goOnAt(hidden[0].id);
            setShown(others.length);
          }}
        >
          {t('more', { count: hidden.length })}
        </button>
      )}
    </>
  );
};
