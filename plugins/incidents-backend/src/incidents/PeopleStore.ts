import type { PersonSnapshot } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { chunks } from '../database/chunks';
import { inserting } from '../database/inserting';
import type { PeopleChange, PersonRole } from './people';

/** A change and the incident whose people it is about. */
export interface IncidentPeopleChange {
  incidentId: string;
  change: PeopleChange;
}

interface PersonRow {
  incident_id: string;
  role: PersonRole;
  person_ref: string;
  name: string;
  since: Date;
}

const AT_ONCE = 300;

/** The `incident_people` table: who has what to do with an incident. */
export class PeopleStore {
  /** Makes changes as if one after the other. */
  async write(
    tx: Knex.Transaction,
    changes: readonly IncidentPeopleChange[],
  ): Promise<void> {
    const { cleared, removed, added } = netOf(changes);
    for (const part of chunks(cleared, AT_ONCE)) {
      await tx('incident_people')
        .whereIn(['incident_id', 'role'], part)
        .delete();
    }
    for (const part of chunks(removed, AT_ONCE)) {
      await tx('incident_people')
        .whereIn(['incident_id', 'role', 'person_ref'], part)
        .delete();
    }
    await this.#insert(tx, added);
    for (const { incidentId, change } of changes) {
      if (change.type === 'copy') {
        await this.#copy(tx, incidentId, change.toId, change.roles);
      }
    }
  }

  /** The roles that one person has. */
  async rolesOf(
    db: Knex,
    incidentId: string,
    personRef: string,
  ): Promise<Set<PersonRole>> {
    const rows = await db('incident_people')
      .where({ incident_id: incidentId, person_ref: personRef })
      .select('role');
    return new Set(rows.map(row => row.role));
  }

  /** Who has a role on each of these incidents, the longest first. */
  async withRole(
    db: Knex,
    incidentIds: readonly string[],
    role: PersonRole,
  ): Promise<Map<string, PersonSnapshot[]>> {
    const people = new Map<string, PersonSnapshot[]>();
    for (const part of chunks(incidentIds, AT_ONCE)) {
      const rows: PersonRow[] = await db('incident_people')
        .whereIn('incident_id', part)
        .where({ role })
        .orderBy(['incident_id', 'since', 'person_ref'])
        .select('incident_id', 'person_ref', 'name');
      for (const { incident_id: id, person_ref: ref, name } of rows) {
        people.set(id, [...(people.get(id) ?? []), { ref, name }]);
      }
    }
    return people;
  }

  async #copy(
    tx: Knex.Transaction,
    fromId: string,
    toId: string,
    roles: readonly PersonRole[],
  ): Promise<void> {
    const rows: PersonRow[] = await tx('incident_people')
      .where({ incident_id: fromId })
      .whereIn('role', [...roles])
      .select('role', 'person_ref', 'name', 'since');
    await this.#insert(
      tx,
      rows.map(row => ({ ...row, incident_id: toId })),
    );
  }

  async #insert(
    tx: Knex.Transaction,
    rows: readonly PersonRow[],
  ): Promise<void> {
    for (const part of chunks(rows, AT_ONCE)) {
      await inserting(tx, 'incident_people', part)
        .onConflict(['incident_id', 'role', 'person_ref'])
        .ignore();
    }
  }
}

/** What changes come to, one after the other: rows that go, and then rows that come. */
function netOf(changes: readonly IncidentPeopleChange[]) {
  const cleared = new Map<string, [string, PersonRole]>();
  const removed = new Map<string, [string, PersonRole, string]>();
  const added = new Map<string, PersonRow>();
  for (const { incidentId, change } of changes) {
    switch (change.type) {
      case 'add':
        for (const { ref, name } of change.people) {
          const key = keyOf(incidentId, change.role, ref);
          if (!added.has(key)) {
            added.set(key, {
              incident_id: incidentId,
              role: change.role,
              person_ref: ref,
              name,
              since: new Date(change.since),
            });
          }
        }
        break;
      case 'clear':
        cleared.set(keyOf(incidentId, change.role), [incidentId, change.role]);
        for (const [key, row] of added) {
          if (row.incident_id === incidentId && row.role === change.role) {
            added.delete(key);
          }
        }
        break;
      case 'remove': {
        const key = keyOf(incidentId, change.role, change.personRef);
        removed.set(key, [incidentId, change.role, change.personRef]);
        added.delete(key);
        break;
      }
      default:
        break;
    }
  }
  return {
    cleared: [...cleared.values()],
    removed: [...removed.values()],
    added: [...added.values()],
  };
}

function keyOf(...parts: string[]): string {
  return parts.join(' ');
}
