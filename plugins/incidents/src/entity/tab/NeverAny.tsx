import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card } from '@backstage/ui';
import type { EntityHistory } from '@linchpin/backstage-plugin-incidents-common';
import { RiShieldCheckLine } from '@remixicon/react';
import { EmptyState } from '../../elements/states';
import { ReportButton } from '../../report/ReportButton';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import classes from './StateCard.module.css';

/** A service that never had any: said as the good news that it is. */
export const NeverAny = (props: {
  entityRef: string;
  history: EntityHistory;
}) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { entity, mayReport } = props.history;
  return (
    <Card className={classes.card}>
      <EmptyState
        icon={<RiShieldCheckLine />}
        title={t('never', { entity: entity.title })}
        action={
          mayReport && (
            <ReportButton entityRef={props.entityRef} label={t('report')} />
          )
        }
      >
        {t('neverHint')}
      </EmptyState>
    </Card>
  );
};
