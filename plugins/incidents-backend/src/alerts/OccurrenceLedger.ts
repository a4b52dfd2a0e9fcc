import { randomUUID } from 'node:crypto';
import {
  meaningOf,
  type AlertSighting,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { AssessedAlert } from './AlertAssessor';
import type { Occurrence, OccurrenceStore } from './OccurrenceStore';

/** What an alert of a message did to the occurrences of that alert. */
export interface Entry {
  /** The one that it is about. */
  occurrence: Occurrence;
  /** It fires and has to be given an incident. */
  starts: boolean;
  /** Which ones have ended by it. */
  ended: Occurrence[];
  /** What fired until then, where a new one follows it directly. */
  follows?: Occurrence;
  /** Why nothing came of it, where nothing did. */
  remark?: string;
}

const LATE = 'It ended already; this message came late';
const UNKNOWN_END = 'It ended before anything was heard of its beginning';

/**
 * The occurrences that a transaction is about: what messages do to them is
 * entered in order, and written once at the end.
 */
export class OccurrenceLedger {
  readonly #byAlert = new Map<string, Occurrence[]>();
  readonly #new: Occurrence[] = [];
  readonly #ended = new Set<Occurrence>();
  readonly #disposed = new Set<Occurrence>();
  readonly #sentAgain = new Map<Occurrence, number>();

  constructor(known: readonly Occurrence[]) {
    known.forEach(occurrence =>
      this.#listOf(occurrence.alertId).push(occurrence),
    );
  }

  /** Enters what a message says about an alert. */
  enter(
    alertId: string,
    { alert, verdict, place }: AssessedAlert,
    receivedAt: string,
  ): Entry {
    const sighting: AlertSighting = {
      state: alert.state,
      ...(alert.startsAt && { startsAt: alert.startsAt }),
      ...(alert.endsAt && { endsAt: alert.endsAt }),
      receivedAt,
    };
    const meaning = meaningOf(this.#listOf(alertId), sighting);
    switch (meaning.is) {
      case 'start': {
        const occurrence = this.#add({
          alertId,
          startsAt: meaning.startsAt,
          firing: true,
          receivedAt,
          disposition: verdict.disposition,
          reason: place
            ? `${verdict.reason}; ${place.because}`
            : verdict.reason,
          ...(place?.unmatched && { unmatched: place.unmatched }),
        });
        return {
          occurrence,
          starts: place !== undefined,
          ended: this.#end(meaning.ends, receivedAt),
          ...(meaning.ends && { follows: meaning.ends }),
        };
      }
      case 'unknown-end': {
        const occurrence = this.#add({
          alertId,
          startsAt: meaning.startsAt,
          firing: false,
          receivedAt,
          endedAt: receivedAt,
          disposition: 'record',
          reason: UNKNOWN_END,
        });
        return {
          occurrence,
          starts: false,
          ended: this.#end(meaning.ends, receivedAt),
        };
      }
      case 'repeat': {
        this.#count(meaning.of);
        const becomesIncident =
          meaning.of.disposition === 'record' && place !== undefined;
        if (becomesIncident) {
          meaning.of.disposition = verdict.disposition;
          meaning.of.reason = `${verdict.reason}; ${place.because}`;
          meaning.of.unmatched = place.unmatched;
          this.#disposed.add(meaning.of);
        }
        return { occurrence: meaning.of, starts: becomesIncident, ended: [] };
      }
      case 'end':
        this.#count(meaning.of);
        return {
          occurrence: meaning.of,
          starts: false,
          ended: this.#end(meaning.of, receivedAt),
        };
      default:
        this.#count(meaning.of);
        return {
          occurrence: meaning.of,
          starts: false,
          ended: [],
          ...(alert.state === 'firing' && { remark: LATE }),
        };
    }
  }

  /** Writes what was entered: ends before beginnings, since one alert fires once. */
  async write(
    tx: Knex.Transaction,
    occurrences: OccurrenceStore,
  ): Promise<void> {
    const known = (of: Iterable<Occurrence>) =>
      [...of].filter(occurrence => !this.#new.includes(occurrence));
    for (const [endedAt, group] of grouped(
      known(this.#ended),
      occurrence => occurrence.endedAt!,
    )) {
      await occurrences.end(tx, idsOf(group), endedAt);
    }
    for (const [times, group] of grouped(
      known(this.#sentAgain.keys()),
      occurrence => this.#sentAgain.get(occurrence)!,
    )) {
      await occurrences.count(tx, idsOf(group), times);
    }
    for (const occurrence of known(this.#disposed)) {
      await occurrences.dispose(tx, occurrence);
    }
    await occurrences.insert(tx, this.#new);
  }

  #add(entry: Omit<Occurrence, 'id' | 'deliveries'>): Occurrence {
    const occurrence = { ...entry, id: randomUUID(), deliveries: 1 };
    this.#new.push(occurrence);
    this.#listOf(entry.alertId).push(occurrence);
    return occurrence;
  }

  #end(occurrence: Occurrence | undefined, endedAt: string): Occurrence[] {
    if (!occurrence) {
      return [];
    }
    occurrence.firing = false;
    occurrence.endedAt = endedAt;
    this.#ended.add(occurrence);
    return [occurrence];
  }

  #count(occurrence: Occurrence): void {
    occurrence.deliveries += 1;
    this.#sentAgain.set(occurrence, (this.#sentAgain.get(occurrence) ?? 0) + 1);
  }

  #listOf(alertId: string): Occurrence[] {
    const list = this.#byAlert.get(alertId) ?? [];
    this.#byAlert.set(alertId, list);
    return list;
  }
}

function idsOf(occurrences: readonly Occurrence[]): string[] {
  return occurrences.map(({ id }) => id).sort();
}

function grouped<Key>(
  occurrences: readonly Occurrence[],
  keyOf: (occurrence: Occurrence) => Key,
): Map<Key, Occurrence[]> {
  const groups = new Map<Key, Occurrence[]>();
  for (const occurrence of occurrences) {
    const key = keyOf(occurrence);
    groups.set(key, [...(groups.get(key) ?? []), occurrence]);
  }
  return groups;
}
