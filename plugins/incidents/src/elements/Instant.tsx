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

/** How long it has gone on, kept up to date: `38 min`. */
export const Since = (props: { at: string }) => {
  const format = useInstantFormat();
  const { duration } = useDurationFormat();
  const now = useNow();
  return (
    <time dateTime={props.at} title={format.utc(props.at)}>
      {duration(now - Date.parse(props.at))}
    </time>
  );
};
