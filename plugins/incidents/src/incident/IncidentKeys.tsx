import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import type { RefObject } from 'react';
import { isOffered, type Startable, useCommands, waysOn } from '../commands';
import { useAddressQuery } from '../navigation/navigation';
import { type Shortcut, useShortcuts } from '../shortcuts';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import { incidentsIncidentTranslationRef } from '../translations/incident';

/** What a key does on this page; a key whose command is not allowed does nothing. */
export const IncidentKeys = (props: {
  incident: IncidentDetail;
  noteField: RefObject<HTMLTextAreaElement>;
  onChangeStatus: () => void;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { t: command } = useTranslationRef(incidentsCommandsTranslationRef);
  const { start } = useCommands();
  const query = useAddressQuery();
  const { incident, noteField } = props;
  const starting = (key: string, type: Startable): Shortcut[] =>
    isOffered(type, incident)
      ? [
          {
            keys: [key],
            label: command(type),
            run: () => start(type, incident),
          },
        ]
      : [];
  const writeNote = () => {
    if (!noteField.current) {
      query.change({ part: 'timeline' });
    }
    requestAnimationFrame(() => noteField.current?.focus());
  };
  const { targets, others } = waysOn(incident);
  useShortcuts([
    ...starting('a', 'acknowledge'),
    ...starting('u', 'post-update'),
    ...(targets.length + others.length > 0
      ? [
          {
            keys: ['s'] as const,
            label: command('change-status'),
            run: props.onChangeStatus,
          },
        ]
      : []),
    ...starting('f', incident.viewer.follows ? 'unfollow' : 'follow'),
    ...(isOffered('add-note', incident)
      ? [
          {
            keys: ['n'] as const,
            label: t('writeNote'),
            run: writeNote,
          },
        ]
      : []),
  ]);
  return null;
};
