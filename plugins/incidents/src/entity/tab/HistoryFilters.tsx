import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { PRIORITIES } from '@linchpin/backstage-plugin-incidents-common';
import { PriorityShape } from '../../elements/PriorityMark';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import { type HistoryFilters as Filters, RANGES } from './useHistoryFilters';
import classes from './HistoryFilters.module.css';

/** What the list is about: since when, and how critical. */
export const HistoryFilters = (props: { filters: Filters }) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { range, priorities, setRange, setPriorities } = props.filters;
  return (
    <div className={classes.filters}>
      <ToggleButtonGroup
        aria-label={t('range')}
        className={classes.choices}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[range]}
        onSelectionChange={keys =>
          setRange(RANGES.find(option => keys.has(option)) ?? range)
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
          setPriorities(PRIORITIES.filter(option => keys.has(option)))
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
    </div>
  );
};
