import type { Committed } from './IncidentChanges';

/**
 * Whoever wants to look again after a commit: the relay, the clocks, open
 * screens. Hints may be lost; nothing depends on them but speed.
 */
export class CommitHints {
  readonly #listeners: ((incidentIds: string[]) => void)[] = [];

  onChange(listener: (incidentIds: string[]) => void): void {
    this.#listeners.push(listener);
  }

  give(committed: Pick<Committed, 'incidentIds'>): void {
    if (committed.incidentIds.length > 0) {
      for (const listener of this.#listeners) {
        listener(committed.incidentIds);
      }
    }
  }
}
