import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, Tag, TagGroup } from '@backstage/ui';
import {
  PRIORITIES,
  type Priority,
  type Status,
  STATUSES,
} from '@linchpin/backstage-plugin-incidents-common';
import { GroupPicker } from '../commands';
import { Choice } from '../lists/Choice';
import { FilterField } from '../lists/FilterField';
import { ExportMenu } from '../transfer';
import { incidentsListsTranslationRef } from '../translations/lists';
import { incidentsWordsTranslationRef } from '../translations/words';
import classes from './ArchiveToolbar.module.css';
import {
  type ArchiveFilter,
  MINE,
  type Period,
  PERIODS,
} from './useArchiveFilter';

const WHOSE = ['all', ...MINE] as const;

/** Whose, which and when; every choice is in the address. */
export const ArchiveToolbar = (props: { filter: ArchiveFilter }) => {
  const { t } = useTranslationRef(incidentsListsTranslationRef);
  const words = useTranslationRef(incidentsWordsTranslationRef).t;
  const { filter } = props;
  return (
    <div className={classes.bar}>
      <Choice
        label={t('whose')}
        options={WHOSE}
        nameOf={whose => t(`mine_${whose}`)}
        value={filter.mine ?? 'all'}
        onChange={whose => filter.setMine(whose === 'all' ? undefined : whose)}
      />
      <div className={classes.filters}>
        <FilterField
          className={classes.words}
          label={t('filter')}
          value={filter.q}
          onChange={filter.setQ}
        />
        <Select
          aria-label={t('status')}
          className={classes.choice}
          selectionMode="multiple"
          placeholder={t('anyStatus')}
          options={STATUSES.map(id => ({ id, label: words(`status_${id}`) }))}
          value={[...filter.status]}
          onChange={keys => filter.setStatus(keys as Status[])}
        />
        <Select
          aria-label={t('priority')}
          className={classes.choice}
          selectionMode="multiple"
          placeholder={t('anyPriority')}
          options={PRIORITIES.map(id => ({ id, label: id }))}
          value={[...filter.priority]}
          onChange={keys => filter.setPriority(keys as Priority[])}
        />
        <Select
          aria-label={t('period')}
          className={classes.choice}
          options={[
            { id: 'any', label: t('period_any') },
            ...PERIODS.map(id => ({ id, label: t(`period_${id}`) })),
          ]}
          value={filter.period ?? 'any'}
          onChange={key =>
            filter.setPeriod(PERIODS.find((p: Period) => p === key))
          }
        />
        <div className={classes.choice}>
          <GroupPicker
            aria-label={t('team')}
            placeholder={t('anyTeam')}
            size="small"
            value={filter.owner ?? null}
            onChange={filter.setOwner}
          />
        </div>
        {filter.entity && (
          <TagGroup aria-label={t('filter')} onRemove={filter.clearEntity}>
            <Tag id="entity">
              {t('about', { entity: parseEntityRef(filter.entity).name })}
            </Tag>
          </TagGroup>
        )}
        {filter.isFiltered && (
          <Button variant="tertiary" onPress={filter.clear}>
            {t('clear')}
          </Button>
        )}
        <div className={classes.export}>
          <ExportMenu query={filter.query} />
        </div>
      </div>
    </div>
  );
};
