import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EventType } from '@linchpin/backstage-plugin-incidents-common';
import type { ComponentType } from 'react';
import { incidentsTranslationRef } from '../../../translations/incidents';
import type { EventEntry } from '../lines';
import { record } from './record';
import { response } from './response';
import type { Sentence } from './Sentence';
import { triage } from './triage';

const SENTENCES: { [Type in EventType]: Sentence<Type> } = {
  ...triage,
  ...response,
  ...record,
};

/** What an event means, in one line; one of a newer release is named by its type. */
export const EventSentence = (props: { event: EventEntry }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { event } = props;
  // The server reads events of any age in today's shape, so the type tells the shape of the facts.
  const Said = SENTENCES[event.type as EventType] as
    ComponentType<{ event: EventEntry; data: unknown }> | undefined;
  return Said ? (
    <Said event={event} data={event.data} />
  ) : (
    <>{t('incident.tl_unknown', { type: event.type })}</>
  );
};
