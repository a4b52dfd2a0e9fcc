import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiArrowRightSLine } from '@remixicon/react';
import { incidentsTranslationRef } from '../translations/incidents';
import classes from './RecoveredFold.module.css';

/** What healed by itself, in one line at the end of the list. */
export const RecoveredFold = (props: { count: number; onOpen: () => void }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  if (props.count === 0) {
    return null;
  }
  return (
    <button type="button" className={classes.fold} onClick={props.onOpen}>
      <RiArrowRightSLine size={16} aria-hidden="true" />
      <span>{t('inbox.fold', { count: props.count })}</span>
      <span className={classes.hint}>{t('inbox.foldHint')}</span>
    </button>
  );
};
