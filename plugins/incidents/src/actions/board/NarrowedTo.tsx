import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import classes from './NarrowedTo.module.css';
import type { BoardFilter } from './useBoardFilter';

/** What a link has narrowed the board to, with the way back to all of it. */
export const NarrowedTo = ({ filter }: { filter: BoardFilter }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { scope, incident, factor } = filter;
  const to = [scope && parseEntityRef(scope).name, incident, factor].filter(
    Boolean,
  );
  if (to.length === 0) {
    return null;
  }
  return (
    <p className={classes.narrowed}>
      {t('narrowedTo', { to: to.join(', ') })}
      <Button size="small" variant="tertiary" onPress={filter.clear}>
        {t('showAll')}
      </Button>
    </p>
  );
};
