import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type Action,
  isOpenAction,
} from '@linchpin/backstage-plugin-incidents-common';
import { useShortcuts } from '../../shortcuts';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { useActionCommands } from '../commands/ActionCommandsProvider';
import { movesOf } from './columns';

/** One key for each verdict on the card that is looked at; a nudge goes to all that are selected. */
export function useBoardKeys(board: {
  current: Action | undefined;
  selected: readonly Action[];
  begin: () => void;
  toggle: (id: string) => void;
  clear: () => void;
  open: (number: string) => void;
  openMoves: (number: string) => void;
  goToFilter: () => void;
}) {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { start } = useActionCommands();
  const { current, selected } = board;
  const go = (type: 'start' | 'finish' | 'verify') => {
    if (current && movesOf(current).some(move => move.start === type)) {
      start(type, current);
    }
  };
  const nudge = () => {
    const meant =
      selected.length > 0 ? selected : [current].flatMap(a => a ?? []);
    const nudged = meant.filter(a => isOpenAction(a.status) && a.responsible);
    if (nudged.length > 0) {
      start('nudge', nudged);
    }
  };

  useShortcuts([
    { keys: ['j', 'ArrowDown'], label: t('key_cards'), run: board.begin },
    {
      keys: ['Enter'],
      label: t('key_open'),
      run: () => current && board.open(current.number),
    },
    { keys: ['s'], label: t('key_start'), run: () => go('start') },
    { keys: ['f'], label: t('key_finish'), run: () => go('finish') },
    { keys: ['v'], label: t('key_verify'), run: () => go('verify') },
    { keys: ['n'], label: t('key_nudge'), run: nudge },
    {
      keys: ['m'],
      label: t('key_move'),
      run: () => current && board.openMoves(current.number),
    },
    {
      keys: ['x'],
      label: t('key_select'),
      run: () => current && board.toggle(current.id),
    },
    { keys: ['/'], label: t('key_filter'), run: board.goToFilter },
    { keys: ['Escape'], label: t('key_clear'), run: board.clear },
  ]);
}
