import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import { ALSO, type Also } from './useHistoryFilters';

/** What is counted beside what is always: said on the button, so that nobody has to look. */
export const AlsoMenu = (props: {
  value: Also[];
  onChange: (value: Also[]) => void;
}) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const said = ALSO.map(each =>
    t(props.value.includes(each) ? `${each}In` : `${each}Out`),
  ).join(', ');
  return (
    <MenuTrigger>
      <Button
        variant="secondary"
        iconEnd={<RiArrowDownSLine />}
        aria-label={`${t('alsoCounted')}: ${said}`}
      >
        {said}
      </Button>
      <Menu
        selectionMode="multiple"
        selectedKeys={props.value}
        onSelectionChange={keys =>
          props.onChange(ALSO.filter(each => keys === 'all' || keys.has(each)))
        }
      >
        {ALSO.map(each => (
          <MenuItem key={each} id={each}>
            {t(each)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
};
