import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EventType } from '@linchpin/backstage-plugin-incidents-common';
import type { ComponentType } from 'react';
import { incidentsIncidentTranslationRef } from '../../../translations/incident';
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
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { event } = props;
  // The server reads events of any age in today's shape, so the type tells the shape of the facts.
  const Said = SENTENCES[event.type as EventType] as
    ComponentType<{ event: EventEntry; data: unknown }> | undefined;
  return Said ? (
    <Said event={event} data={event.data} />
  ) : (
    <>{t('tl_unknown', { type: event.type })}</>
  );
};
