import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EntityOption } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { useDependants } from '../../api/queries';
import { EntityName } from '../../elements/names';
import { FailedPart } from '../../elements/states';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { EntityIcon } from './EntityIcon';
import { Fact } from './Fact';
import classes from './Facts.module.css';

const SHOWN_FIRST = 5;

/** What suffers with an entity, and whom to talk to about it. */
export const Dependants = (props: { entityRef: string }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { data, error, refetch } = useDependants(props.entityRef);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? data : data?.slice(0, SHOWN_FIRST);
  if (!error && !data?.length) {
    return null;
  }
  const hidden = (data?.length ?? 0) - (shown?.length ?? 0);
  return (
    <Fact
      title={t('dependants')}
      aside={data && <span className={classes.count}>{data.length}</span>}
    >
      {error && !data && <FailedPart error={error} onRetry={refetch} />}
      <ul className={classes.list} aria-label={t('dependants')}>
        {shown?.map(dependant => (
          <Dependant key={dependant.ref} dependant={dependant} />
        ))}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          className={classes.link}
          onClick={() => setWhole(true)}
        >
          {t('moreDependants', { count: hidden })}
        </button>
      )}
    </Fact>
  );
};

const Dependant = (props: { dependant: EntityOption }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { ref, title, ownerTitle } = props.dependant;
  return (
    <li className={classes.affected}>
      <EntityIcon entityRef={ref} />
      <span className={classes.name}>
        <EntityName entity={{ ref, title }} />
      </span>
      <span className={classes.ownedBy} title={ownerTitle ?? undefined}>
        {ownerTitle ?? t('noOwner')}
      </span>
    </li>
  );
};
