import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type Incident,
  isMajor,
  PRIORITIES,
} from '@linchpin/backstage-plugin-incidents-common';
import { PriorityMark } from '../elements/PriorityMark';
import { incidentsListsTranslationRef } from '../translations/lists';
import classes from './LiveSummary.module.css';

/** How much is going on, in one line. */
export const LiveSummary = (props: {
  incidents: readonly Incident[];
  /** Whether these are all; counts of a part would mislead. */
  isWhole: boolean;
}) => {
  const { t } = useTranslationRef(incidentsListsTranslationRef);
  const { incidents } = props;
  if (!props.isWhole || incidents.length === 0) {
    return <span className={classes.summary} />;
  }
  const major = PRIORITIES.filter(isMajor)
    .map(priority => ({
      priority,
      count: incidents.filter(i => i.priority === priority).length,
    }))
    .filter(({ count }) => count > 0);
  const onHold = incidents.filter(i => i.onHold).length;
  const unled = incidents.filter(i => !i.lead).length;
  return (
    <p className={classes.summary}>
      <strong>{t('liveCount', { count: incidents.length })}</strong>
      {major.map(({ priority, count }) => (
        <span key={priority} className={classes.major}>
          {count} × <PriorityMark priority={priority} />
        </span>
      ))}
      {unled > 0 && <span>{t('unled', { count: unled })}</span>}
      {onHold > 0 && <span>{t('onHold', { count: onHold })}</span>}
    </p>
  );
};
