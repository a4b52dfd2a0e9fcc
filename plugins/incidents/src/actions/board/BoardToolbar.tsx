import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  ACTION_TYPES,
  type ActionPage,
} from '@linchpin/backstage-plugin-incidents-common';
import { RiEqualizer2Line } from '@remixicon/react';
import type { RefObject } from 'react';
import { GroupPicker } from '../../commands';
import { Choice } from '../../lists/Choice';
import { FilterField } from '../../lists/FilterField';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { incidentsListsTranslationRef } from '../../translations/lists';
import classes from './BoardToolbar.module.css';
import { LANES } from './lanes';
import { type BoardFilter, WHOSE } from './useBoardFilter';

/** Which action items, and how the board is divided; every choice is in the address. */
export const BoardToolbar = (props: {
  filter: BoardFilter;
  counts: ActionPage['counts'] | undefined;
  filterRef: RefObject<HTMLDivElement>;
}) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { t: list } = useTranslationRef(incidentsListsTranslationRef);
  const { filter, counts } = props;
  return (
    <div className={classes.bar}>
      <Choice
        label={t('whose')}
        options={WHOSE}
        nameOf={each => (
          <>
            {t(`whose_${each}`)}
            {each === 'overdue' && counts && (
              <span className={classes.count}>{counts.overdue}</span>
            )}
          </>
        )}
        value={filter.whose}
        onChange={filter.setWhose}
      />
      <MenuTrigger>
        <Button variant="secondary" size="small">
          {t('lanes', { by: t(`lanes_${filter.lanes}`) })}
        </Button>
        <Menu
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[filter.lanes]}
          onSelectionChange={keys =>
            filter.setLanes(
              LANES.find(kind => keys !== 'all' && keys.has(kind)) ?? 'none',
            )
          }
        >
          {LANES.map(kind => (
            <MenuItem key={kind} id={kind}>
              {t(`lanes_${kind}`)}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
      <div className={classes.team}>
        <GroupPicker
          aria-label={t('team')}
          placeholder={t('anyTeam')}
          size="small"
          value={filter.owner ?? null}
          onChange={filter.setOwner}
        />
      </div>
      <div ref={props.filterRef} className={classes.filter}>
        <FilterField
          label={list('filter')}
          value={filter.q}
          onChange={filter.setQ}
        />
        <MenuTrigger>
          <ButtonIcon
            aria-label={t('furtherFilters')}
            icon={<RiEqualizer2Line />}
            variant={
              filter.types.length > 0 || filter.showsWontDo
                ? 'primary'
                : 'secondary'
            }
          />
          <Menu
            selectionMode="multiple"
            selectedKeys={[
              ...filter.types,
              ...(filter.showsWontDo ? ['wont-do'] : []),
            ]}
            onSelectionChange={keys => {
              const has = (id: string) => keys === 'all' || keys.has(id);
              if (has('wont-do') !== filter.showsWontDo) {
                filter.setShowsWontDo(has('wont-do'));
              } else {
                filter.setTypes(ACTION_TYPES.filter(has));
              }
            }}
          >
            {ACTION_TYPES.map(type => (
              <MenuItem key={type} id={type}>
                {t(`type_${type}`)}
              </MenuItem>
            ))}
            <MenuItem id="wont-do">{t('showWontDo')}</MenuItem>
          </Menu>
        </MenuTrigger>
      </div>
    </div>
  );
};
