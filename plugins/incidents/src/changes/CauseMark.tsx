import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { LinkedChange } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsChangesTranslationRef } from '../translations/changes';
import { CHANGE_ICONS, changedThing } from './changeWords';
import classes from './CauseMark.module.css';

/** Beside an incident of a list: *caused by payments-api 15.8*. */
export const CauseMark = (props: { cause: LinkedChange }) => {
  const { t } = useTranslationRef(incidentsChangesTranslationRef);
  const { cause } = props;
  const Icon = CHANGE_ICONS[cause.kind];
  return (
    <span className={classes.cause} title={cause.title}>
      <Icon className={classes.icon} aria-hidden="true" />
      {t('causedBy', { what: changedThing(cause) })}
    </span>
  );
};
