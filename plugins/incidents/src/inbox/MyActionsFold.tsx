import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { useId, useState } from 'react';
import { ActionRows } from '../actions/rows/ActionRows';
import { useActions } from '../api/actions';
import { incidentsActionsTranslationRef } from '../translations/actions';
import classes from './MyActionsFold.module.css';

const SHOWN = 50;

/** What I or my teams still have to do because of incidents that are over, in one line below those that are not. */
export const MyActionsFold = () => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const rowsId = useId();
  const { data } = useActions({ mine: 'true', open: 'true', limit: SHOWN });
  if (!data || data.pages[0].items.length === 0) {
    return null;
  }
  const { items, counts } = data.pages[0];
  const count = counts.proposed + counts.accepted + counts['in-progress'];
  const Arrow = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <section className={classes.actions} aria-label={t('mine')}>
      <button
        type="button"
        className={classes.fold}
        aria-expanded={isOpen}
        aria-controls={rowsId}
        onClick={() => setOpen(!isOpen)}
      >
        <Arrow size={16} aria-hidden="true" />
        <span>{t('openActions', { count })}</span>
        {counts.overdue > 0 && (
          <span className={classes.late}>
            {t('overdueCount', { count: counts.overdue })}
          </span>
        )}
      </button>
      <div id={rowsId} className={classes.rows} hidden={!isOpen}>
        {isOpen && <ActionRows label={t('mine')} actions={items} />}
      </div>
    </section>
  );
};
