import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type ActionDetail,
  isOpenAction,
} from '@linchpin/backstage-plugin-incidents-common';
import { useInstantFormat } from '../../elements/time';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { DueDay } from '../DueDay';
import classes from './ActionState.module.css';

/** How it stands, in one line: state, since when, until when, and how it ended. */
export const ActionState = ({ action }: { action: ActionDetail }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const format = useInstantFormat();
  return (
    <>
      <span className={classes.status}>{t(`status_${action.status}`)}</span>
      <span className={classes.since}>
        {t('since', { day: format.day(action.statusSince) })}
      </span>
      {isOpenAction(action.status) && <DueDay action={action} />}
      {action.verifiedHow && (
        <p className={classes.ended}>
          {t('verifiedHow', { how: action.verifiedHow })}
        </p>
      )}
      {action.wontDo && (
        <p className={classes.ended}>
          {t('wontDoBy', {
            name: action.wontDo.by.title,
            reason: action.wontDo.reason,
          })}
        </p>
      )}
    </>
  );
};
