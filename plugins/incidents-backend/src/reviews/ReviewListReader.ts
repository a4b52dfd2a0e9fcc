import type {
  ReviewPage,
  ReviewsQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import type { ReviewState } from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { IncidentActions } from '../actions/IncidentActions';
import type { Access, Viewer } from '../authorization';
import { afterTimeAndId, decodeCursor, encodeCursor } from '../history/cursor';
import { matching } from '../history/incidentFilters';
import {
  pageOf,
  readableIncidents,
  startAfter,
  type Order,
} from '../history/incidentQuery';
import type { IncidentReader } from '../history/IncidentReader';
import { namedPerson } from '../history/incidentRows';
import { narrowTo } from '../history/scope';

/** Those whose status changed last go first. */
const NEWEST: Order = {
  by: ['reviews.since', 'reviews.incident_id'],
  direction: 'desc',
};

/** Lists of reviews, as far as the request may read their incidents. */
export class ReviewListReader {
  readonly #knex: Knex;
  readonly #incidents: IncidentReader;
  readonly #actions: IncidentActions;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    incidents: IncidentReader;
    actions: IncidentActions;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#incidents = options.incidents;
    this.#actions = options.actions;
    this.#now = options.now;
  }

  async list(access: Access, query: ReviewsQuery): Promise<ReviewPage> {
    const found = readableIncidents(this.#knex, access)
      .join('reviews', 'reviews.incident_id', 'incidents.id')
      .select({ review: 'reviews.state' });
    this.#filter(found, query, access.viewer);
    if (query.cursor) {
      const [since, id] = decodeCursor(query.cursor, afterTimeAndId);
      startAfter(this.#knex, found, NEWEST, [new Date(since), id]);
    }
    const rows = await pageOf<{ review: string }>(
      this.#knex,
      found,
      NEWEST,
      query.limit + 1,
    );
    const shown = rows.slice(0, query.limit);
    const tallies = await this.#actions.open(
      this.#knex,
      access,
      shown.map(({ id }) => id),
      this.#now.now(),
    );
    const incidents = this.#incidents.toIncidents(shown);
    const items = shown.map((row, index) => {
      const review: ReviewState = JSON.parse(row.review);
      const tally = tallies.get(row.id);
      return {
        incident: incidents[index],
        status: review.status,
        since: review.since,
        required: review.required,
        owner: namedPerson(review.owner),
        draftDueAt: review.draftDueAt ?? null,
        meetingAt: review.meeting?.at ?? null,
        openActions: tally?.open ?? 0,
        overdueActions: tally?.overdue ?? 0,
      };
    });
    const last = items[items.length - 1];
    return {
      items,
      nextCursor:
        rows.length > query.limit && last
          ? encodeCursor([last.since, last.incident.id])
          : null,
    };
  }

  #filter(
    found: Knex.QueryBuilder,
    { status, owner, entity, mine, q }: ReviewsQuery,
    viewer: Viewer,
  ): void {
    if (status?.length) {
      found.whereIn('reviews.status', status);
    }
    if (owner?.length) {
      // A person writes it; a group answers for what it is about.
      found.where(any =>
        any
          .whereIn('reviews.owner_ref', owner)
          .orWhereIn('incidents.accountable_ref', owner),
      );
    }
    if (entity?.length) {
      narrowTo(found, { entityRefs: entity });
    }
    if (mine === 'true') {
      found.whereIn(
        'reviews.owner_ref',
        viewer.type === 'user' ? [viewer.ref] : [],
      );
    }
    if (q) {
      matching(this.#knex, found, q);
    }
  }
}
