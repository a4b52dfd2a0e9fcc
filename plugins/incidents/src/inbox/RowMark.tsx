import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { InboxItem } from '@linchpin/backstage-plugin-incidents-common';
import { RiCheckLine, RiShareForwardLine } from '@remixicon/react';
import { incidentsInboxTranslationRef } from '../translations/inbox';
import classes from '../lists/rows.module.css';

/** What sets a row apart. */
export const RowMark = (props: { mark: InboxItem['mark'] }) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  switch (props.mark) {
    case 'new':
      return (
        <span className={classes.mark}>
          <span className={classes.dot} />
          {t('mark_new')}
        </span>
      );
    case 'recovered':
      return (
        <span className={classes.mark} data-tag="done">
          <RiCheckLine aria-hidden="true" />
          {t('mark_recovered')}
        </span>
      );
    case 'passed-on-twice':
      return (
        <span className={classes.mark} data-tag="warning">
          <RiShareForwardLine aria-hidden="true" />
          {t('mark_passed-on-twice')}
        </span>
      );
    default:
      return null;
  }
};
