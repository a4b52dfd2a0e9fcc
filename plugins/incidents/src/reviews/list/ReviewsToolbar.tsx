import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import { Choice } from '../../lists/Choice';
import { FilterField } from '../../lists/FilterField';
import { incidentsReviewsTranslationRef } from '../../translations/reviews';
import classes from './ReviewsToolbar.module.css';
import { REVIEW_STATUSES, type ReviewsFilter } from './useReviewsFilter';

const WHOSE = ['all', 'mine'] as const;

/** Whose and which; every choice is in the address. */
export const ReviewsToolbar = (props: { filter: ReviewsFilter }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { filter } = props;
  return (
    <div className={classes.bar}>
      <Choice
        label={t('whose')}
        options={WHOSE}
        nameOf={whose => t(`whose_${whose}`)}
        value={filter.isMine ? 'mine' : 'all'}
        onChange={whose => filter.setMine(whose === 'mine')}
      />
      <FilterField
        className={classes.words}
        label={t('filter')}
        value={filter.q}
        onChange={filter.setQ}
      />
      <Select
        aria-label={t('status')}
        className={classes.status}
        selectionMode="multiple"
        placeholder={t('anyStatus')}
        options={REVIEW_STATUSES.map(id => ({ id, label: t(`status_${id}`) }))}
        value={[...filter.status]}
        onChange={keys => filter.setStatus(keys as string[])}
      />
      {filter.isFiltered && (
        <Button variant="tertiary" onPress={filter.clear}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
};
