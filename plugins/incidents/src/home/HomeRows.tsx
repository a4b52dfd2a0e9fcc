import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { InboxItem } from '@linchpin/backstage-plugin-incidents-common';
import { useId } from 'react';
import { Countdown } from '../elements/Countdown';
import { PriorityMark } from '../elements/PriorityMark';
import { StatusMark } from '../elements/StatusMark';
import { useIncidentsPaths } from '../navigation/navigation';
import { incidentsHomeTranslationRef } from '../translations/home';
import classes from './HomeRows.module.css';

const SHOWN_MAX = 5;

/** The most urgent few of a kind; the rest is a page of its own. */
export const HomeRows = (props: { title: string; items: InboxItem[] }) => {
  const { t } = useTranslationRef(incidentsHomeTranslationRef);
  const titleId = useId();
  const { items } = props;
  if (items.length === 0) {
    return null;
  }
  const more = items.length - SHOWN_MAX;
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId} className={classes.title}>
        {props.title} <span className={classes.muted}>{items.length}</span>
      </h3>
      <ul className={classes.rows}>
        {items.slice(0, SHOWN_MAX).map(item => (
          <Row key={item.incident.id} item={item} />
        ))}
      </ul>
      {more > 0 && (
        <p className={classes.muted}>{t('moreInInbox', { count: more })}</p>
      )}
    </section>
  );
};

const Row = ({ item }: { item: InboxItem }) => {
  const { t } = useTranslationRef(incidentsHomeTranslationRef);
  const paths = useIncidentsPaths();
  const { incident, clock } = item;
  return (
    <li className={classes.row}>
      <PriorityMark priority={incident.priority} />
      <div className={classes.words}>
        <Link
          href={paths.incident(incident.number)}
          standalone
          color="primary"
          className={classes.name}
        >
          {incident.title}
        </Link>
        <div className={classes.second}>
          <span>{incident.entity?.title ?? t('noEntity')}</span>
          <StatusMark incident={incident} />
        </div>
      </div>
      {clock && <Countdown kind={clock.kind} dueAt={clock.dueAt} />}
    </li>
  );
};
