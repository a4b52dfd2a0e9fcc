import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { NamedRef } from '@linchpin/backstage-plugin-incidents-common';
import { RiCheckLine, RiSearchLine } from '@remixicon/react';
import { useLanguage } from '../elements/time';
import { EmptyState } from '../elements/states';
import { incidentsInboxTranslationRef } from '../translations/inbox';
import type { InboxFilter } from './useInboxFilter';

/** A view without rows: good news, or a filter that is too narrow. */
export const EmptyInbox = (props: {
  filter: InboxFilter;
  teams: readonly NamedRef[];
}) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const { filter } = props;
  const teams = useNames(props.teams);
  if (filter.isFiltered) {
    return (
      <EmptyState
        icon={<RiSearchLine />}
        title={t('empty_filter')}
        action={
          <Button variant="secondary" onPress={filter.clear}>
            {t('clearFilter')}
          </Button>
        }
      >
        {t('empty_filter_hint')}
      </EmptyState>
    );
  }
  if (filter.view === 'teams') {
    return (
      <EmptyState icon={<RiCheckLine />} title={t('empty_teams')}>
        {teams ? t('empty_teams_hint', { teams }) : t('empty_teams_none')}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<RiCheckLine />} title={t(`empty_${filter.view}`)}>
      {t(`empty_${filter.view}_hint`)}
    </EmptyState>
  );
};

/** `Payments, Ledger and Booking`, as the language has it */
function useNames(named: readonly NamedRef[]): string {
  const language = useLanguage();
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(
    named.map(({ title }) => title),
  );
}
