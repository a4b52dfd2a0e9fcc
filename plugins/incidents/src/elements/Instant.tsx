import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsWordsTranslationRef } from '../translations/words';
import { useInstantFormat, useDurationFormat } from './time';
import { useNow } from './now';

/** A point in time, short; its tooltip says it in UTC. */
export const Instant = (props: { at: string }) => {
  const format = useInstantFormat();
  const now = useNow();
  return (
    <time dateTime={props.at} title={format.utc(props.at)}>
      {format.short(props.at, now)}
    </time>
  );
};

/** How long ago it was, kept up to date. */
export const Ago = (props: { at: string }) => {
  const format = useInstantFormat();
  const { ago } = useDurationFormat();
  const now = useNow();
  return (
    <time dateTime={props.at} title={format.utc(props.at)}>
      {ago(props.at, now)}
    </time>
  );
};

const MINUTE_MS = 60_000;

/** How long it has gone on, kept up to date by the half minute: `38 min`. */
export const Since = (props: { at: string }) => {
  const { t } = useTranslationRef(incidentsWordsTranslationRef);
  const format = useInstantFormat();
  const { duration } = useDurationFormat();
  const ms = useNow() - Date.parse(props.at);
  return (
    <time dateTime={props.at} title={format.utc(props.at)}>
      {ms < MINUTE_MS ? t('underAMinute') : duration(ms)}
    </time>
  );
};
