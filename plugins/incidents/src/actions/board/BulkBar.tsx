import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box, Button } from '@backstage/ui';
import { isOpenAction } from '@linchpin/backstage-plugin-incidents-common';
import { Kbd } from '../../elements/Kbd';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { useActionCommands } from '../commands/ActionCommandsProvider';
import classes from './BulkBar.module.css';
import type { CardSelection } from './useCardSelection';

/** Reminds, at once, whoever does the action items that are selected; or moves their day. */
export const BulkBar = ({ selection }: { selection: CardSelection }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { start } = useActionCommands();
  if (selection.count === 0) {
    return null;
  }
  const open = selection.actions.filter(({ status }) => isOpenAction(status));
  const nudged = open.filter(({ responsible }) => responsible);
  return (
    <Box bg="neutral" className={classes.bar} role="group">
      <span className={classes.count} role="status">
        {t('selected', { count: selection.count })}
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
      <Button size="small" variant="tertiary" onPress={selection.clear}>
        {t('clearSelection')}
      </Button>
    </Box>
  );
};
