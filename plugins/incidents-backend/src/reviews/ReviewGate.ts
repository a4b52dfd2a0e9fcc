import { NotAllowedError } from '@backstage/errors';
import type {
  PersonSnapshot,
  ReviewCommandType,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  REVIEW_COMMANDS,
  type ReviewState,
} from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { Knex } from 'knex';
import type { Access, IncidentResource, PersonNames } from '../authorization';
import type { IncidentResources } from '../history/IncidentResources';
import type { ReviewStore } from './ReviewStore';

/** Lets people send the commands that the table, the policy and being the owner grant them. */
export class ReviewGate {
  readonly #knex: Knex;
  readonly #resources: IncidentResources;
  readonly #reviews: ReviewStore;
  readonly #names: PersonNames;

  constructor(options: {
    knex: Knex;
    resources: IncidentResources;
    reviews: ReviewStore;
    names: PersonNames;
  }) {
    this.#knex = options.knex;
    this.#resources = options.resources;
    this.#reviews = options.reviews;
    this.#names = options.names;
  }

  /**
   * The person as the sender of a command to a review.
   *
   * @throws NotAllowedError where it is not granted, or the sender is no person
   */
  async admit(
    access: Access,
    incidentId: string,
    type: ReviewCommandType,
  ): Promise<PersonSnapshot> {
    const { viewer } = access;
    if (viewer.type !== 'user') {
      throw new NotAllowedError('Only a person can change a review');
    }
    const [[resource], review] = await Promise.all([
      this.#resources.get([incidentId]),
      this.#reviews.get(this.#knex, incidentId),
    ]);
    if (!resource || !isGranted(access, resource, review, type)) {
      throw new NotAllowedError(
        `You may not send the command '${type}' to this review`,
      );
    }
    return { ref: viewer.ref, name: await this.#names.nameOf(viewer.ref) };
  }
}

/** Whether a person may send a command, whatever the review's status. */
export function isGranted(
  access: Access,
  incident: IncidentResource,
  review: Pick<ReviewState, 'owner'> | undefined,
  type: ReviewCommandType,
): boolean {
  const { viewer } = access;
  const { permission, owner } = REVIEW_COMMANDS[type];
  const owns = viewer.type === 'user' && viewer.ref === review?.owner?.ref;
  return owner === 'too' && owns ? true : access.may(permission, incident);
}
