import type { Knex } from 'knex';

/** The `incident_commands` table: commands that were carried out, by client id. */
export class CommandLog {
  /** Whether the first sending changed anything; undefined where there was none. */
  async outcome(
    tx: Knex.Transaction,
    incidentId: string,
    clientId: string,
  ): Promise<{ changed: boolean } | undefined> {
    const row = await tx('incident_commands')
      .where({ incident_id: incidentId, client_id: clientId })
      .first('changed');
    return row && { changed: Boolean(row.changed) };
  }

  async record(
    tx: Knex.Transaction,
    incidentId: string,
    clientId: string,
    changed: boolean,
    now: string,
  ): Promise<void> {
    await tx('incident_commands').insert({
      incident_id: incidentId,
      client_id: clientId,
      changed,
      recorded_at: new Date(now),
    });
  }

  /**
   * Forgets commands that were carried out before then.
   *
   * @returns how many there were; as many as the limit means that there may be more
   */
  async prune(knex: Knex, before: string, limit: number): Promise<number> {
    const key = ['incident_id', 'client_id'];
    return knex('incident_commands')
      .whereIn(
        key,
        knex('incident_commands')
          .where('recorded_at', '<', new Date(before))
          .orderBy('recorded_at')
          .limit(limit)
          .select(key),
      )
      .delete();
  }
}
