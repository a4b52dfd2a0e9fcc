import type { ReviewState } from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { Knex } from 'knex';
import { inserting } from '../database/inserting';

/** The `reviews` and `review_factors` tables: each review as it stands. */
export class ReviewStore {
  /** Whoever changes a review holds its incident, so the review itself needs no lock. */
  async get(db: Knex, incidentId: string): Promise<ReviewState | undefined> {
    return (await this.of(db, [incidentId])).get(incidentId);
  }

  /** By incident; those to whose review nothing has happened are missing. */
  async of(
    db: Knex,
    incidentIds: readonly string[],
  ): Promise<Map<string, ReviewState>> {
    const rows: { incident_id: string; state: string }[] = await db('reviews')
      .whereIn('incident_id', [...incidentIds])
      .select('incident_id', 'state');
    return new Map(
      rows.map(({ incident_id: id, state }) => [id, JSON.parse(state)]),
    );
  }

  /** Writes a review as it stands now, a new one or one whose incident the transaction holds. */
  async write(tx: Knex.Transaction, state: ReviewState): Promise<void> {
    await tx('reviews')
      .insert({
        incident_id: state.incidentId,
        version: state.version,
        state: JSON.stringify(state),
        status: state.status,
        since: new Date(state.since),
        required: state.required,
        owner_ref: state.owner?.ref ?? null,
        draft_due_at: state.draftDueAt ? new Date(state.draftDueAt) : null,
      })
      .onConflict('incident_id')
      .merge();
  }

  /** Writes the contributing factors as they stand now. */
  async writeFactors(
    tx: Knex.Transaction,
    { incidentId, factors }: ReviewState,
  ): Promise<void> {
    await tx('review_factors').where({ incident_id: incidentId }).delete();
    if (factors.length > 0) {
      await inserting(
        tx,
        'review_factors',
        factors.map(({ id, tag, sequence }) => ({
          incident_id: incidentId,
          id,
          tag,
          sequence,
        })),
      );
    }
  }
}
