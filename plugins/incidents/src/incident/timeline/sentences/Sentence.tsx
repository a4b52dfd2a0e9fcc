import type {
  EventData,
  EventType,
} from '@linchpin/backstage-plugin-incidents-common';
import type { ReactElement } from 'react';
import type { EventEntry } from '../lines';

/** Says in one line what an event of one type means. */
export type Sentence<Type extends EventType> = (props: {
  event: EventEntry;
  data: EventData[Type];
}) => ReactElement;

/** Who did it. */
export const Who = (props: { event: EventEntry }) => (
  <b>{props.event.actor.name}</b>
);
