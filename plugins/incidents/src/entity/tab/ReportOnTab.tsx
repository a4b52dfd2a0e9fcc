import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReportButton } from '../../report/ReportButton';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import classes from './StateCard.module.css';

/** The way to report a problem of the entity; a flag alone where there is no room. */
export const ReportOnTab = (props: { entityRef: string }) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  return (
    <ReportButton
      entityRef={props.entityRef}
      label={<span className={classes.report}>{t('report')}</span>}
    />
  );
};
