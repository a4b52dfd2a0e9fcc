import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { IncidentsSurface } from '../api/IncidentsSurface';
import { useDecisionCount } from '../api/queries';
import { incidentsLayoutTranslationRef } from '../translations/layout';
import classes from './NavIcon.module.css';

const MOST = 99;

/** How many incidents wait for a decision of mine; nothing where none does or it cannot be known. */
export const DecisionCount = () => (
  <IncidentsSurface>
    <Count />
  </IncidentsSurface>
);

const Count = () => {
  const { t } = useTranslationRef(incidentsLayoutTranslationRef);
  const count = useDecisionCount();
  if (count === 0) {
    return null;
  }
  return (
    <span
      className={classes.count}
      title={t('toDecide', { count })}
      data-count={count > MOST ? `${MOST}+` : count}
    />
  );
};
