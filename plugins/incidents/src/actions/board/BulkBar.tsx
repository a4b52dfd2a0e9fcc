import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  type Action,
  isOpenAction,
} from '@linchpin/backstage-plugin-incidents-common';
import { Kbd } from '../../elements/Kbd';
import { SelectionBar } from '../../lists/SelectionBar';
import type { Selection } from '../../lists/useSelection';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { useActionCommands } from '../commands/ActionCommandsProvider';

/** Reminds, at once, whoever does the action items that are selected; or moves their day. */
export const BulkBar = (props: { selection: Selection<Action> }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { start } = useActionCommands();
  const { selection } = props;
  const open = selection.items.filter(({ status }) => isOpenAction(status));
  const nudged = open.filter(({ responsible }) => responsible);
  return (
    <SelectionBar selection={selection}>
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
    </SelectionBar>
  );
};
