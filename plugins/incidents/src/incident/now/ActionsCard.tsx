import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useActionDialog } from '../../actions';
import { ActionRows } from '../../actions/rows/ActionRows';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { SideCard } from '../layout/SideCard';
import classes from './ActionsCard.module.css';

/** What is to be done because of it; a lesson is caught while it is fresh, not only at the review. */
export const ActionsCard = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { open } = useActionDialog();
  const { incident } = props;
  const { actions, viewer } = incident;
  const mayPropose = viewer.commands.includes('add-note');
  if (actions.length === 0 && !mayPropose) {
    return null;
  }
  return (
    <SideCard title={t('cardTitle')} aside={actions.length || undefined}>
      <div className={classes.card}>
        {actions.length > 0 && (
          <ActionRows label={t('cardTitle')} actions={actions} />
        )}
        {mayPropose && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => open({ incident })}
          >
            {t('addAction')}
          </Button>
        )}
      </div>
    </SideCard>
  );
};
