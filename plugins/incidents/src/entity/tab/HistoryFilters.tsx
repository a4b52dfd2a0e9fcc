import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { PRIORITIES } from '@linchpin/backstage-plugin-incidents-common';
import { PriorityShape } from '../../elements/PriorityMark';
import { Choice } from '../../lists/Choice';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import { AlsoMenu } from './AlsoMenu';
import {
  type HistoryFilters as Filters,
  OWNERSHIPS,
  RANGES,
} from './useHistoryFilters';
import classes from './HistoryFilters.module.css';

/** What the tab is about: since when, how critical, and what is counted at all. */
export const HistoryFilters = (props: {
  filters: Filters;
  /** Whose changes: what a group owns is another thing at another time. */
  hasOwnership: boolean;
}) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { range, priorities, also, ownership, ...set } = props.filters;
  return (
    <div className={classes.filters}>
      <Choice
        label={t('range')}
        options={RANGES}
        nameOf={option => t(`range_${option}`)}
        value={range}
        onChange={set.setRange}
      />
      <ToggleButtonGroup
        aria-label={t('priority')}
        className={classes.choices}
        selectionMode="multiple"
        selectedKeys={priorities}
        onSelectionChange={keys =>
          set.setPriorities(PRIORITIES.filter(option => keys.has(option)))
        }
      >
        {PRIORITIES.map(option => (
          <ToggleButton
            key={option}
            id={option}
            iconStart={<PriorityShape priority={option} />}
          >
            {option}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {props.hasOwnership && (
        <Choice
          label={t('ownership')}
          options={OWNERSHIPS}
          nameOf={option => t(`ownership_${option}`)}
          value={ownership}
          onChange={set.setOwnership}
        />
      )}
      <AlsoMenu value={also} onChange={set.setAlso} />
    </div>
  );
};
