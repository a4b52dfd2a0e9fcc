import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EventData } from '@linchpin/backstage-plugin-incidents-common';
import { Markdown } from '../../elements/Markdown';
import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import type { EventEntry } from './lines';
import classes from './EventTexts.module.css';

/** What somebody wrote, beneath the line that says what it was. */
export const EventTexts = (props: { event: EventEntry }) => {
  const { texts, type } = props.event;
  if (type === 'update-posted') {
    return <UpdateTexts event={props.event} />;
  }
  const written = Object.values(texts).filter(text => text.trim() !== '');
  return written.length === 0 ? null : (
    <div className={classes.box}>
      {written.map((text, index) => (
        <Markdown key={index} text={text} />
      ))}
    </div>
  );
};

const UpdateTexts = (props: { event: EventEntry }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { texts } = props.event;
  const { nextUpdateAt } = props.event.data as EventData['update-posted'];
  return (
    <div className={classes.box}>
      <dl className={classes.parts}>
        <Part label={t('tl_updateImpact')} text={texts.impact} />
        <Part label={t('tl_updateAction')} text={texts.action} />
        <Part label={t('tl_updateWorkaround')} text={texts.workaround} />
      </dl>
      {nextUpdateAt && (
        <p className={classes.next}>
          {t('tl_updateNext', {
            time: format.short(nextUpdateAt, now),
          })}
        </p>
      )}
    </div>
  );
};

const Part = (props: { label: string; text?: string }) =>
  props.text ? (
    <div>
      <dt>{props.label}</dt>
      <dd>
        <Markdown text={props.text} />
      </dd>
    </div>
  ) : null;
