import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ButtonIcon,
  Menu,
  MenuItem,
  MenuTrigger,
  SearchField,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import {
  type Inbox,
  type InboxView,
  PRIORITIES,
} from '@linchpin/backstage-plugin-incidents-common';
import { RiArrowUpLine, RiEqualizer2Line } from '@remixicon/react';
import type { RefObject } from 'react';
import { Kbd } from '../elements/Kbd';
import { PriorityShape } from '../elements/PriorityMark';
import { incidentsTranslationRef } from '../translations/incidents';
import classes from './InboxToolbar.module.css';
import { useTypedFilter } from './useTypedFilter';
import { type InboxFilter, VIEWS } from './useInboxFilter';

/** Which rows: the view with its counts, what is new, and the filter. */
export const InboxToolbar = (props: {
  filter: InboxFilter;
  counts: Inbox['counts'] | undefined;
  waiting: number;
  onShowNew: () => void;
  filterRef: RefObject<HTMLDivElement>;
}) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { filter } = props;
  const [typed, setTyped] = useTypedFilter(filter.q, filter.setQ);
  return (
    <div className={classes.bar}>
      <ToggleButtonGroup
        aria-label={t('inbox.view')}
        className={classes.views}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter.view]}
        onSelectionChange={keys => filter.setView([...keys][0] as InboxView)}
      >
        {VIEWS.map(view => (
          <ToggleButton key={view} id={view}>
            {t(`inbox.view_${view}`)}
            {props.counts && (
              <span className={classes.count}>{props.counts[view]}</span>
            )}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <NewChip count={props.waiting} onShow={props.onShowNew} />
      <div ref={props.filterRef} className={classes.filter}>
        <SearchField
          aria-label={t('inbox.filter')}
          placeholder={t('inbox.filter')}
          size="small"
          value={typed}
          onChange={setTyped}
        />
        <PriorityMenu filter={filter} />
      </div>
    </div>
  );
};

/** What arrived since the list was drawn; its place is kept free. */
const NewChip = (props: { count: number; onShow: () => void }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <div className={classes.new} role="status">
      {props.count > 0 && (
        <button
          type="button"
          className={classes.chip}
          aria-label={`${t('inbox.showNew')}: ${props.count}`}
          onClick={props.onShow}
        >
          <RiArrowUpLine size={16} aria-hidden="true" />
          {t('inbox.new', { count: props.count })}
          <Kbd>r</Kbd>
        </button>
      )}
    </div>
  );
};

const PriorityMenu = (props: { filter: InboxFilter }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { priority, setPriority } = props.filter;
  return (
    <MenuTrigger>
      <ButtonIcon
        aria-label={t('inbox.priorities')}
        icon={<RiEqualizer2Line />}
        variant={priority.length > 0 ? 'primary' : 'secondary'}
      />
      <Menu
        selectionMode="multiple"
        selectedKeys={priority}
        onSelectionChange={keys =>
          setPriority(PRIORITIES.filter(p => keys === 'all' || keys.has(p)))
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
