import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useRef, useState } from 'react';
import { isOffered } from '../../commands';
import { EntityName } from '../../elements/names';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { AddAffected } from './AddAffected';
import { EntityIcon } from './EntityIcon';
import { Fact } from './Fact';
import classes from './Facts.module.css';
import { LevelMenu } from './LevelMenu';

type Affected = IncidentDetail['affected'][number];

const ORDER: readonly Affected['level'][] = [
  'root',
  'confirmed',
  'suspected',
  'recovered',
];

/** What is affected and how sure we are; said, confirmed and taken back in place. */
export const AffectedEntities = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const [isAdding, setAdding] = useState(false);
  const adder = useRef<HTMLButtonElement>(null);
  const onAdded = () => {
    setAdding(false);
    requestAnimationFrame(() => adder.current?.focus());
  };
  const { incident } = props;
  const affected = [...incident.affected].sort(
    (a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level),
  );
  return (
    <Fact
      title={t('affected')}
      aside={
        affected.length > 0 && (
          <span className={classes.count}>{affected.length}</span>
        )
      }
    >
      {affected.length === 0 ? (
        <p className={classes.text}>{t('affectedNone')}</p>
      ) : (
        <ul className={classes.list}>
          {affected.map(each => (
            <AffectedRow
              key={each.entity.ref}
              affected={each}
              incident={incident}
            />
          ))}
        </ul>
      )}
      {isOffered('mark-affected', incident) &&
        (isAdding ? (
          <AddAffected incident={incident} onDone={onAdded} />
        ) : (
          <button
            ref={adder}
            type="button"
            className={classes.link}
            onClick={() => setAdding(true)}
          >
            {t('addAffected')}
          </button>
        ))}
    </Fact>
  );
};

const AffectedRow = (props: {
  affected: Affected;
  incident: IncidentDetail;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { affected, incident } = props;
  const { entity, level } = affected;
  const mayChange = level !== 'root' && isOffered('mark-affected', incident);
  return (
    <li className={classes.affected}>
      <EntityIcon entityRef={entity.ref} />
      <span className={classes.name}>
        <EntityName entity={entity} />
      </span>
      {mayChange ? (
        <LevelMenu affected={affected} incident={incident} />
      ) : (
        <span className={classes.level}>{t(`level_${level}`)}</span>
      )}
    </li>
  );
};
