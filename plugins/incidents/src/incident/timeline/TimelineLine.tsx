import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { type ReactNode, useEffect, useRef } from 'react';
import {
  CHANGE_ICONS,
  ChangeMade,
  useChangeDetails,
  useNearness,
} from '../../changes/changeWords';
import { useNow } from '../../elements/now';
import { useDurationFormat, useInstantFormat } from '../../elements/time';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import {
  ALERTS_ICON,
  eventMark,
  FOLLOWERS_ICON,
  type Weight,
} from './eventMark';
import { EventTexts } from './EventTexts';
import {
  type AlertsEntry,
  type ChangeEntry,
  type EventEntry,
  type TimelineLine as Line,
  wasAddedLater,
} from './lines';
import { EventSentence } from './sentences';
import classes from './Timeline.module.css';

/** One line of the timeline. */
export const TimelineLine = (props: {
  line: Line;
  /** Somebody came here to see this one. */
  isSought?: boolean;
}) => {
  const { line } = props;
  switch (line.kind) {
    case 'event':
      return <EventLine event={line.event} isSought={props.isSought} />;
    case 'alerts':
      return <AlertsLine alerts={line.alerts} />;
    case 'change':
      return <ChangeLine at={line.at} change={line.change} />;
    case 'followers':
      return (
        <Row at={line.at} mark={{ Icon: FOLLOWERS_ICON, weight: 'hollow' }}>
          <Followers names={line.names} />
        </Row>
      );
    default:
      return <SilenceLine milliseconds={line.milliseconds} />;
  }
};

/** A row on the rail: when, the node, what. */
export const Row = (props: {
  at: string;
  mark: Pick<ReturnType<typeof eventMark>, 'Icon'> & { weight: Weight };
  /** It is brought into sight and stands out. */
  isSought?: boolean;
  children: ReactNode;
}) => {
  const format = useInstantFormat();
  const line = useRef<HTMLLIElement>(null);
  const { isSought } = props;
  const { Icon, weight } = props.mark;
  useEffect(() => {
    if (isSought) {
      line.current?.scrollIntoView?.({ block: 'center' });
    }
  }, [isSought]);
  return (
    <li
      ref={line}
      className={classes.line}
      aria-current={isSought ? 'true' : undefined}
    >
      <time dateTime={props.at} title={format.utc(props.at)}>
        {format.time(props.at)}
      </time>
      <span className={classes.node} data-weight={weight} aria-hidden="true">
        <Icon className={classes.icon} />
      </span>
      <div className={classes.what}>{props.children}</div>
    </li>
  );
};

const EventLine = (props: { event: EventEntry; isSought?: boolean }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { event } = props;
  return (
    <Row at={event.at} mark={eventMark(event)} isSought={props.isSought}>
      <p className={classes.sentence}>
        <EventSentence event={event} />
        {wasAddedLater(event) && (
          <span className={classes.aside} title={format.utc(event.recordedAt)}>
            {t('tl_addedLater', {
              time: format.short(event.recordedAt, now),
            })}
          </span>
        )}
      </p>
      <EventTexts event={event} />
    </Row>
  );
};

const AlertsLine = (props: { alerts: AlertsEntry }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const format = useInstantFormat();
  const { at, until, count, source, titles } = props.alerts;
  return (
    <Row at={at} mark={{ Icon: ALERTS_ICON, weight: 'hollow' }}>
      <p className={classes.sentence} title={titles.join(', ')}>
        {t('tl_alerts', {
          count,
          from: format.time(at),
          until: format.time(until),
        })}
        <span className={classes.aside}>{source}</span>
      </p>
    </Row>
  );
};

const ChangeLine = (props: Pick<ChangeEntry, 'at' | 'change'>) => {
  const nearness = useNearness();
  const details = useChangeDetails();
  const { at, change } = props;
  return (
    <Row at={at} mark={{ Icon: CHANGE_ICONS[change.kind], weight: 'hollow' }}>
      <p className={classes.sentence}>
        <ChangeMade change={change} />
        {[nearness(change), ...details(change)].map(said => (
          <span key={said} className={classes.aside}>
            {said}
          </span>
        ))}
      </p>
    </Row>
  );
};

const Followers = (props: { names: readonly string[] }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const [shown, hidden] = [props.names.slice(0, 3), props.names.slice(3)];
  const names = shown.join(', ');
  return (
    <p className={classes.sentence} title={props.names.join(', ')}>
      {t('tl_followers', {
        count: props.names.length,
        names:
          hidden.length > 0
            ? t('tl_andMore', { names, count: hidden.length })
            : names,
      })}
    </p>
  );
};

const SilenceLine = (props: { milliseconds: number }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { duration } = useDurationFormat();
  return (
    <li className={classes.silence}>
      <span>{t('tl_silence', { duration: duration(props.milliseconds) })}</span>
    </li>
  );
};
