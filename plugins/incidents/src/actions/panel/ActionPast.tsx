import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ActionEventLine } from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import classes from './ActionPast.module.css';
import { EventWords, textOf } from './EventWords';

/** What happened to it, newest first. */
export const ActionPast = (props: { events: readonly ActionEventLine[] }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  return (
    <ol className={classes.events} aria-label={t('past')}>
      {[...props.events].reverse().map(event => {
        const text = textOf(event);
        return (
          <li key={event.sequence} className={classes.event}>
            <time dateTime={event.at} title={format.utc(event.at)}>
              {format.short(event.at, now)}
            </time>
            <div>
              {event.actor.type === 'user' && <b>{event.actor.name} </b>}
              <EventWords event={event} />
              {text && <p className={classes.text}>{text}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
};
