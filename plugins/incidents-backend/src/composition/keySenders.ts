import { INTAKE_PATH, type AlertSources } from '../alerts';
import { CHANGE_SENDERS, CHANGES_PATH } from '../changes';

/** What integration keys are made for: each source of alerts, and whatever tells of changes. */
export function keySenders(sources: AlertSources) {
  return {
    get: (id: string) =>
      id === CHANGE_SENDERS.id ? CHANGE_SENDERS : sources.get(id),
    has: (id: string) => id === CHANGE_SENDERS.id || sources.has(id),
    all: () => [
      ...sources
        .all()
        .map(({ id, title }) => ({ id, title, path: `${INTAKE_PATH}/${id}` })),
      { ...CHANGE_SENDERS, path: CHANGES_PATH },
    ],
  };
}
