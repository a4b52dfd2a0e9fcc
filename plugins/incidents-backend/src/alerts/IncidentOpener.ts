import type { IncidentReference } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { IncidentChanges } from '../incidents/IncidentChanges';
import type { IncidentStore } from '../incidents/IncidentStore';
import type { StoredIncident } from '../incidents/storedIncident';
import { actorOf, type AlertGroup } from './alertGroups';
import { openingRequest } from './openingRequest';

const DAY = 24 * 60 * 60_000;
const RECURS_WITHIN = 7 * DAY;

/** Alerts that no incident takes, and the incidents that they belonged to before, the latest first. */
export interface HomelessGroup extends AlertGroup {
  earlier: readonly StoredIncident[];
}

/** Opens incidents for alerts; where there was one lately, as its recurrence. */
export class IncidentOpener {
  readonly #incidents: IncidentStore;

  constructor(incidents: IncidentStore) {
    this.#incidents = incidents;
  }

  /** @returns the incidents that were opened, by the key of their group */
  async open(
    tx: Knex.Transaction,
    changes: IncidentChanges,
    groups: readonly HomelessGroup[],
    now: string,
  ): Promise<Map<string, string>> {
    const since = new Date(Date.parse(now) - RECURS_WITHIN).toISOString();
    const lastEnded = await this.#incidents.lastEnded(
      tx,
      groups.flatMap(({ place }) => place.entityRef ?? []),
      since,
    );
    const opened = await changes.open(
      groups.map(({ openKey, starts, place, earlier }) => {
        const recurrenceOf = place.entityRef
          ? lastEnded.get(place.entityRef)
          : endedSince(earlier, since);
        return {
          request: {
            ...openingRequest(starts, now),
            ...(recurrenceOf && { recurrenceOf }),
          },
          facts: { actor: actorOf(starts[0]), mayRespond: true },
          keys: { openKey },
        };
      }),
    );
    return new Map(
      groups.map(({ openKey }, index) => [openKey, opened[index].id]),
    );
  }
}

/** The latest that ended since then, as everybody may know it. */
function endedSince(
  earlier: readonly StoredIncident[],
  since: string,
): IncidentReference | undefined {
  const ended = earlier.find(
    ({ state: { status, visibility, stamps } }) =>
      (status === 'resolved' || status === 'closed') &&
      visibility === 'public' &&
      (stamps.resolvedAt ?? '') >= since,
  );
  return ended && { id: ended.state.id, number: ended.state.number };
}
