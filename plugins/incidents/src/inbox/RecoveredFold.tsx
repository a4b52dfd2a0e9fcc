import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiArrowRightSLine } from '@remixicon/react';
import { incidentsInboxTranslationRef } from '../translations/inbox';
import classes from './RecoveredFold.module.css';

/** What healed by itself, in one line at the end of the list. */
export const RecoveredFold = (props: { count: number; onOpen: () => void }) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  if (props.count === 0) {
    return null;
  }
  return (
    <button type="button" className={classes.fold} onClick={props.onOpen}>
      <RiArrowRightSLine size={16} aria-hidden="true" />
      <span>{t('fold', { count: props.count })}</span>
      <span className={classes.hint}>{t('foldHint')}</span>
    </button>
  );
};
