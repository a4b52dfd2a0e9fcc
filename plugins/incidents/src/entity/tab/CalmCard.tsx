import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Card } from '@backstage/ui';
import type { EntityHistory } from '@linchpin/backstage-plugin-incidents-common';
import { RiShieldCheckLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../elements/states';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import { Continuity } from './Continuity';
import classes from './StateCard.module.css';
import type { HistoryFilters } from './useHistoryFilters';

/** A service that never had any, said as the good news that it is; or had none for long, with a way to what was before. */
export const CalmCard = (props: {
  history: EntityHistory;
  /** The way to report, where there is one. */
  report: ReactNode;
  filters: Pick<HistoryFilters, 'range' | 'clear'>;
}) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { history, report, filters } = props;
  const wasNever = filters.range === 'all';
  const entity = history.entity.title;
  return (
    <Card className={classes.card}>
      <EmptyState
        icon={<RiShieldCheckLine />}
        title={t(wasNever ? 'never' : 'recent', { entity })}
        action={
          <div className={classes.actions}>
            {!wasNever && (
              <Button variant="secondary" onPress={filters.clear}>
                {t('lookBack')}
              </Button>
            )}
            {report}
          </div>
        }
      >
        {wasNever && t('neverHint')}
      </EmptyState>
      <Continuity history={history} />
    </Card>
  );
};
