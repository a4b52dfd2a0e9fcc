import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type Action,
  isOpenAction,
} from '@linchpin/backstage-plugin-incidents-common';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { ActionLink } from '../ActionLink';
import { DueDay } from '../DueDay';
import classes from './ActionRows.module.css';

/** Action items in two short lines each: which, and who by when. */
export const ActionRows = (props: {
  label: string;
  actions: readonly Action[];
}) => (
  <ul className={classes.rows} aria-label={props.label}>
    {props.actions.map(action => (
      <li key={action.id} className={classes.row}>
        <p className={classes.what}>
          <ActionLink number={action.number} /> {action.title}
        </p>
        <p className={classes.facts}>
          <Facts action={action} />
        </p>
      </li>
    ))}
  </ul>
);

const Facts = ({ action }: { action: Action }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const isOpen = isOpenAction(action.status);
  return (
    <>
      {(!isOpen || action.responsible) && (
        <span>{t(`status_${action.status}`)}</span>
      )}
      <span>
        {action.responsible?.title ?? (isOpen && t('column_needs-owner'))}
      </span>
      {isOpen && <DueDay action={action} />}
    </>
  );
};
