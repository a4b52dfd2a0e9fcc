import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Inbox } from '@linchpin/backstage-plugin-incidents-common';
import { RiArrowUpLine } from '@remixicon/react';
import type { RefObject } from 'react';
import { Kbd } from '../elements/Kbd';
import { Choice } from '../lists/Choice';
import { FilterField } from '../lists/FilterField';
import { PriorityMenu } from '../lists/PriorityMenu';
import { incidentsInboxTranslationRef } from '../translations/inbox';
import { incidentsListsTranslationRef } from '../translations/lists';
import classes from './InboxToolbar.module.css';
import { type InboxFilter, VIEWS } from './useInboxFilter';

/** Which rows: the view with its counts, what is new, and the filter. */
export const InboxToolbar = (props: {
  filter: InboxFilter;
  counts: Inbox['counts'] | undefined;
  waiting: number;
  onShowNew: () => void;
  filterRef: RefObject<HTMLDivElement>;
}) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const { t: list } = useTranslationRef(incidentsListsTranslationRef);
  const { filter } = props;
  return (
    <div className={classes.bar}>
      <Choice
        label={t('view')}
        options={VIEWS}
        nameOf={view => (
          <>
            {t(`view_${view}`)}
            {props.counts && (
              <span className={classes.count}>{props.counts[view]}</span>
            )}
          </>
        )}
        value={filter.view}
        onChange={filter.setView}
      />
      <NewChip count={props.waiting} onShow={props.onShowNew} />
      <div ref={props.filterRef} className={classes.filter}>
        <FilterField
          label={list('filter')}
          value={filter.q}
          onChange={filter.setQ}
        />
        <PriorityMenu value={filter.priority} onChange={filter.setPriority} />
      </div>
    </div>
  );
};

/** What arrived since the list was drawn; its place is kept free. */
const NewChip = (props: { count: number; onShow: () => void }) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  return (
    <div className={classes.new} role="status">
      {props.count > 0 && (
        <button
          type="button"
          className={classes.chip}
          aria-label={`${t('showNew')}: ${props.count}`}
          onClick={props.onShow}
        >
          <RiArrowUpLine size={16} aria-hidden="true" />
          {t('new', { count: props.count })}
          <Kbd>r</Kbd>
        </button>
      )}
    </div>
  );
};
