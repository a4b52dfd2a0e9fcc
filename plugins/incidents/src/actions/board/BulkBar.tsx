import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box, Button } from '@backstage/ui';
import {
  type Action,
  isOpenAction,
} from '@linchpin/backstage-plugin-incidents-common';
import { Kbd } from '../../elements/Kbd';
import type { Selection } from '../../lists/useSelection';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { useActionCommands } from '../commands/ActionCommandsProvider';
import classes from './BulkBar.module.css';

/** Reminds, at once, whoever does the action items that are selected; or moves their day. */
export const BulkBar = (props: { selection: Selection<Action> }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { start } = useActionCommands();
  const { items, clear } = props.selection;
  if (items.length === 0) {
    return null;
  }
  const open = items.filter(({ status }) => isOpenAction(status));
  const nudged = open.filter(({ responsible }) => responsible);
  return (
    <Box bg="neutral" className={classes.bar} role="group">
      <span className={classes.count} role="status">
        {t('selected', { count: items.length })}
      </span>
      <Button
        size="small"
        variant="secondary"
        isDisabled={nudged.length === 0}
        iconEnd={<Kbd>n</Kbd>}
        onPress={() => start('nudge', nudged)}
      >
        {t('cmd_nudge')}
      </Button>
      <Button
        size="small"
        variant="secondary"
        isDisabled={open.length === 0}
        onPress={() => start('assign', open)}
      >
        {t('giveTo')}
      </Button>
      <Button
        size="small"
        variant="secondary"
        isDisabled={open.length === 0}
        onPress={() => start('move-due', open)}
      >
        {t('cmd_move-due')}
      </Button>
      <Button size="small" variant="tertiary" onPress={clear}>
        {t('clearSelection')}
      </Button>
    </Box>
  );
};
