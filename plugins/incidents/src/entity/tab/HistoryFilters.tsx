import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { PRIORITIES } from '@linchpin/backstage-plugin-incidents-common';
import { PriorityShape } from '../../elements/PriorityMark';
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
      <ToggleButtonGroup
        aria-label={t('range')}
        className={classes.choices}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[range]}
        onSelectionChange={keys =>
          set.setRange(RANGES.find(option => keys.has(option)) ?? range)
        }
      >
        {RANGES.map(option => (
          <ToggleButton key={option} id={option}>
            {t(`range_${option}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
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
        <ToggleButtonGroup
          aria-label={t('ownership')}
          className={classes.choices}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[ownership]}
          onSelectionChange={keys =>
            set.setOwnership(
              OWNERSHIPS.find(option => keys.has(option)) ?? ownership,
            )
          }
        >
          {OWNERSHIPS.map(option => (
            <ToggleButton key={option} id={option}>
              {t(`ownership_${option}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <AlsoMenu value={also} onChange={set.setAlso} />
    </div>
  );
};
