import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box, Button } from '@backstage/ui';
import type { PropsWithChildren } from 'react';
import { incidentsListsTranslationRef } from '../translations/lists';
import classes from './SelectionBar.module.css';
import type { Selection } from './useSelection';

/** What can be done with all that is selected, in sight wherever one has scrolled to. */
export const SelectionBar = (
  props: PropsWithChildren<{
    selection: Pick<Selection<{ id: string }>, 'items' | 'clear'>;
  }>,
) => {
  const { t } = useTranslationRef(incidentsListsTranslationRef);
  const { items, clear } = props.selection;
  return items.length > 0 ? (
    <Box bg="neutral" className={classes.bar} role="group">
      <span className={classes.count} role="status">
        {t('selected', { count: items.length })}
      </span>
      {props.children}
      <Button size="small" variant="tertiary" onPress={clear}>
        {t('clearSelection')}
      </Button>
    </Box>
  ) : null;
};
