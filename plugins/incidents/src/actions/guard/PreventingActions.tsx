import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { PreventingAction } from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { ActionLink } from '../ActionLink';
import { overdueDays } from '../due';
import classes from './PreventingActions.module.css';

/** More would hide what the reader came for. */
const SHOWN = 3;

/** Says that what happens was to be prevented: by which action item, and how late that is. */
export const PreventingActions = (props: {
  actions: readonly PreventingAction[];
}) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const now = useNow();
  const [first, ...others] = props.actions;
  if (!first) {
    return null;
  }
  const days = overdueDays(first, now);
  return (
    <Alert
      status={days > 0 ? 'warning' : 'info'}
      icon
      title={
        days > 0
          ? t('preventingOverdue', { number: first.number, count: days })
          : t('preventingOpen', { number: first.number })
      }
      description={
        <ul className={classes.actions}>
          {[first, ...others].slice(0, SHOWN).map(action => (
            <li key={action.id}>
              <ActionLink number={action.number} /> {action.title}
              <span className={classes.who}>
                {' · '}
                {action.responsible?.title ?? t('column_needs-owner')}
              </span>
            </li>
          ))}
        </ul>
      }
    />
  );
};
