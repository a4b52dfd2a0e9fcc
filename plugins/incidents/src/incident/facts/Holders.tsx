import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { EntityName } from '../../elements/names';
import { useNow } from '../../elements/now';
import { useDurationFormat } from '../../elements/time';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { Fact } from './Fact';
import classes from './Facts.module.css';

/** Who held it how long, newest first. */
export const Holders = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { duration } = useDurationFormat();
  const now = useNow();
  const { holders, resolvedAt } = props.incident;
  const end = resolvedAt ? Date.parse(resolvedAt) : now;
  const held = holders.map(({ owner, since }, index) => {
    const next = holders[index + 1];
    return {
      owner,
      since,
      isLast: next === undefined,
      milliseconds: (next ? Date.parse(next.since) : end) - Date.parse(since),
    };
  });
  return (
    <Fact title={t('holders')}>
      <ul className={classes.list}>
        {held.reverse().map(({ owner, since, isLast, milliseconds }) => (
          <li key={since} className={classes.holder}>
            <span className={classes.name}>
              <EntityName entity={owner} />
            </span>
            <span className={classes.level}>
              {isLast && !resolvedAt
                ? t('heldNow', { duration: duration(milliseconds) })
                : duration(milliseconds)}
            </span>
          </li>
        ))}
      </ul>
    </Fact>
  );
};
