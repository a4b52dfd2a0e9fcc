import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { LiveLine } from '@linchpin/backstage-plugin-incidents-common';
import { EntityName } from '../../elements/names';
import { PriorityMark } from '../../elements/PriorityMark';
import { incidentsCardTranslationRef } from '../../translations/card';
import { incidentsWordsTranslationRef } from '../../translations/words';
import { mostUrgentOfEach } from '../mostUrgentOfEach';
import classes from './DependenciesInTrouble.module.css';

const NAMED_MAX = 3;

/** What it depends on and is in trouble, each with its most urgent incident. */
export const DependenciesInTrouble = (props: { dependencies: LiveLine[] }) => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  const words = useTranslationRef(incidentsWordsTranslationRef);
  const entities = mostUrgentOfEach(props.dependencies);
  const more = entities.length - NAMED_MAX;
  return (
    <span className={classes.row}>
      {t('dependsOn')}
      {entities.slice(0, NAMED_MAX).map(({ via, incident }) => (
        <span key={via.ref} className={classes.dependency}>
          <EntityName entity={via} />
          <PriorityMark priority={incident.priority} />
          <span className={classes.status}>
            {words.t(`status_${incident.status}`)}
          </span>
        </span>
      ))}
      {more > 0 && (
        <span className={classes.status}>
          {t('moreDependencies', { count: more })}
        </span>
      )}
    </span>
  );
};
