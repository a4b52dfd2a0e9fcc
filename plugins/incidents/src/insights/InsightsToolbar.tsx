import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PropsWithChildren } from 'react';
import { GroupPicker } from '../commands';
import { Choice } from '../lists/Choice';
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
      <Choice
        label={t('range')}
        options={RANGES}
        nameOf={each => t(`range_${each}`)}
        value={range}
        onChange={setRange}
      />
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
