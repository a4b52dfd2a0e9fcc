import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import type { Action } from '@linchpin/backstage-plugin-incidents-common';
import { RiMoreLine } from '@remixicon/react';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { movesOf } from './columns';
import { useMove } from './useMove';

/** *Move to*: what dragging does, for the keyboard and the thumb. */
export const MoveMenu = (props: { action: Action; className?: string }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const move = useMove();
  const { action } = props;
  return (
    <MenuTrigger>
      <ButtonIcon
        className={props.className}
        size="small"
        variant="tertiary"
        aria-label={t('moveTo', { number: action.number })}
        icon={<RiMoreLine />}
        data-move
      />
      <Menu>
        {movesOf(action).map(each => (
          <MenuItem
            key={each.to}
            id={each.to}
            onAction={() => move(action, each)}
          >
            {each.start === 'assign'
              ? t('giveTo')
              : t('to', { column: t(`column_${each.to}`) })}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
};
