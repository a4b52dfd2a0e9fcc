import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  PRIORITIES,
  type Priority,
} from '@linchpin/backstage-plugin-incidents-common';
import { RiEqualizer2Line } from '@remixicon/react';
import { PriorityShape } from '../elements/PriorityMark';
import { incidentsListsTranslationRef } from '../translations/lists';

/** Narrows a list to some priorities; none chosen means all. */
export const PriorityMenu = (props: {
  value: readonly Priority[];
  onChange: (value: readonly Priority[]) => void;
}) => {
  const { t } = useTranslationRef(incidentsListsTranslationRef);
  return (
    <MenuTrigger>
      <ButtonIcon
        aria-label={t('priorities')}
        icon={<RiEqualizer2Line />}
        variant={props.value.length > 0 ? 'primary' : 'secondary'}
      />
      <Menu
        selectionMode="multiple"
        selectedKeys={props.value}
        onSelectionChange={keys =>
          props.onChange(PRIORITIES.filter(p => keys === 'all' || keys.has(p)))
        }
      >
        {PRIORITIES.map(p => (
          <MenuItem key={p} id={p} iconStart={<PriorityShape priority={p} />}>
            {p}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
};
