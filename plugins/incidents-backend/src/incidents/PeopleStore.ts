import type { PersonSnapshot } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';

/** What a person can be to an incident. */
export type PersonRole =
  'reporter' | 'lead' | 'told' | 'responder' | 'follower' | 'affected';

/** The `incident_people` table: who has what to do with an incident. */
export class PeopleStore {
  async add(
    tx: Knex.Transaction,
    incidentId: string,
    role: PersonRole,
    people: readonly PersonSnapshot[],
    since: string,
  ): Promise<void> {
    if (people.length === 0) {
      return;
    }
    await tx('incident_people')
      .insert(
        people.map(person => ({
          incident_id: incidentId,
          role,
          person_ref: person.ref,
          name: person.name,
          since: new Date(since),
        })),
      )
      .onConflict(['incident_id', 'role', 'person_ref'])
      .ignore();
  }

  /** Whoever had the role gives it up for these people. */
  async replace(
    tx: Knex.Transaction,
    incidentId: string,
    role: PersonRole,
    people: readonly PersonSnapshot[],
    since: string,
  ): Promise<void> {
    await tx('incident_people')
      .where({ incident_id: incidentId, role })
      .delete();
    await this.add(tx, incidentId, role, people, since);
  }

  async remove(
    tx: Knex.Transaction,
    incidentId: string,
    role: PersonRole,
    personRef: string,
  ): Promise<void> {
    await tx('incident_people')
      .where({ incident_id: incidentId, role, person_ref: personRef })
      .delete();
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

  async withRole(
    db: Knex,
    incidentId: string,
    role: PersonRole,
  ): Promise<PersonSnapshot[]> {
    const rows = await db('incident_people')
      .where({ incident_id: incidentId, role })
      .orderBy('since')
      .orderBy('person_ref')
      .select('person_ref', 'name');
    return rows.map(row => ({ ref: row.person_ref, name: row.name }));
  }

  /** Gives people of one incident to another one too, as a merge does. */
  async copy(
    tx: Knex.Transaction,
    fromId: string,
    toId: string,
    roles: readonly PersonRole[],
  ): Promise<void> {
    const rows = await tx('incident_people')
      .where({ incident_id: fromId })
      .whereIn('role', [...roles])
      .select('role', 'person_ref', 'name', 'since');
    if (rows.length > 0) {
      await tx('incident_people')
        .insert(rows.map(row => ({ ...row, incident_id: toId })))
        .onConflict(['incident_id', 'role', 'person_ref'])
        .ignore();
    }
  }
}
