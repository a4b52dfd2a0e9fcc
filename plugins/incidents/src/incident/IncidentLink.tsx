import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { useIncidentsPaths } from '../navigation/navigation';
import { incidentsIncidentTranslationRef } from '../translations/incident';
import classes from './IncidentLink.module.css';

/** The number of another incident, which leads to its page; in words where it may not be known. */
export const IncidentLink = (props: {
  /** As a number, or as it is written: `INC-12`; null where it may not be known */
  number: number | string | null;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const paths = useIncidentsPaths();
  if (props.number === null) {
    return <>{t('unknownIncident')}</>;
  }
  const number =
    typeof props.number === 'number' ? `INC-${props.number}` : props.number;
  return (
    <Link href={paths.incident(number)} standalone className={classes.link}>
      {number}
    </Link>
  );
};
