import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Card } from '@backstage/ui';
import type { EntityHistory } from '@linchpin/backstage-plugin-incidents-common';
import { RiShieldCheckLine } from '@remixicon/react';
import type { PropsWithChildren, ReactNode } from 'react';
import { EmptyState } from '../../elements/states';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import classes from './StateCard.module.css';

interface CalmProps {
  history: EntityHistory;
  /** The way to report, where there is one. */
  report: ReactNode;
}

/** A service that never had any: said as the good news that it is. */
export const NeverAny = (props: CalmProps) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  return (
    <Calm
      title={t('never', { entity: props.history.entity.title })}
      actions={props.report}
    >
      {t('neverHint')}
    </Calm>
  );
};

/** Nothing for a year; what was before can still be looked at. */
export const NoneRecently = (props: CalmProps & { onLookBack: () => void }) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  return (
    <Calm
      title={t('recent', { entity: props.history.entity.title })}
      actions={
        <>
          <Button variant="secondary" onPress={props.onLookBack}>
            {t('lookBack')}
          </Button>
          {props.report}
        </>
      }
    />
  );
};

const Calm = (
  props: PropsWithChildren<{ title: string; actions: ReactNode }>,
) => (
  <Card className={classes.card}>
    <EmptyState
      icon={<RiShieldCheckLine />}
      title={props.title}
      action={<div className={classes.actions}>{props.actions}</div>}
    >
      {props.children}
    </EmptyState>
  </Card>
);
