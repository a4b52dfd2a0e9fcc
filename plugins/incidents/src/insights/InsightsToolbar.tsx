import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { PropsWithChildren } from 'react';
import { GroupPicker } from '../commands';
import { incidentsInsightsTranslationRef } from '../translations/insights';
import { type InsightsFilter, RANGES } from './useInsightsFilter';
import classes from './InsightsPage.module.css';

/** Since when and whose; every choice is in the address. */
export const InsightsToolbar = (
  props: PropsWithChildren<{ filter: InsightsFilter }>,
) => {
  const { t } = useTranslationRef(incidentsInsightsTranslationRef);
  const { range, owner, setRange, setOwner } = props.filter;
  return (
    <div className={classes.bar}>
      <ToggleButtonGroup
        aria-label={t('range')}
        className={classes.choices}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[range]}
        onSelectionChange={keys =>
          setRange(RANGES.find(each => keys.has(each)) ?? range)
        }
      >
        {RANGES.map(each => (
          <ToggleButton key={each} id={each}>
            {t(`range_${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className={classes.team}>
        <GroupPicker
          aria-label={t('team')}
          placeholder={t('anyTeam')}
          size="small"
          value={owner ?? null}
          onChange={setOwner}
        />
      </div>
      <div className={classes.about} role="status">
        {props.children}
      </div>
    </div>
  );
};
