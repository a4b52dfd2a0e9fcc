import type {
  IncidentState,
  ReviewCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  decideReview,
  evolveReview,
  GATED,
  reviewClocksOf,
  sectionOf,
  SETTLES_PAGES,
  untouchedReview,
  type AnyReviewCommand,
  type Merging,
  type ReviewEvent,
  type ReviewFacts,
  type ReviewPolicy,
  type ReviewState,
} from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { Knex } from 'knex';
import type { IncidentActions } from '../actions/IncidentActions';
import { clockDifference, type ClockStore } from '../clocks';
import type { NoticeOutbox } from '../incidents/neighbours';
import { refusalError } from '../incidents/refusal';
import { REVIEW } from './kind';
import { mergeTexts } from './mergeTexts';
import { reviewRowsOf } from './noticeRows';
import type { ReviewEventStore } from './ReviewEventStore';
import type { ReviewStore } from './ReviewStore';

/** Facts as known before the transaction; the rest is read inside it. */
export type GatheredReviewFacts = Omit<
  ReviewFacts,
  'policy' | 'merging' | 'actions'
>;

/** What became of a command; `section` only where one was written. */
export interface ReviewCommitted {
  changed: boolean;
  section: 'written' | 'merged' | 'beside' | null;
}

/** A command as it arrived. */
export interface ReviewEnvelope<
  Command extends AnyReviewCommand = AnyReviewCommand,
> {
  command: Command;
  clientId?: string;
  expectedVersion?: number;
}

type WriteSection = Extract<ReviewCommand, { type: 'write-section' }>;

/**
 * The one write path of reviews: decided and applied by pure functions, and written
 * with its past, its clocks and its notices in the caller's transaction, which holds
 * the incident.
 */
export class ReviewWriter {
  readonly #reviews: ReviewStore;
  readonly #events: ReviewEventStore;
  readonly #clocks: ClockStore;
  readonly #outbox: NoticeOutbox;
  readonly #actions: IncidentActions;
  readonly #policy: ReviewPolicy;

  constructor(options: {
    reviews: ReviewStore;
    events: ReviewEventStore;
    clocks: ClockStore;
    outbox: NoticeOutbox;
    actions: IncidentActions;
    policy: ReviewPolicy;
  }) {
    this.#reviews = options.reviews;
    this.#events = options.events;
    this.#clocks = options.clocks;
    this.#outbox = options.outbox;
    this.#actions = options.actions;
    this.#policy = options.policy;
  }

  /**
   * Carries out a command on the review of an incident that the transaction holds.
   * A repeat with the same client id returns the first outcome.
   *
   * @throws ConflictError where the state does not allow it or has moved on, InputError naming the
   * field, NotAllowedError where it is not for this person.
   */
  async execute(
    tx: Knex.Transaction,
    { command, clientId, expectedVersion }: ReviewEnvelope,
    facts: GatheredReviewFacts,
  ): Promise<ReviewCommitted> {
    const { incident, now } = facts;
    const earlier =
      clientId && (await this.#events.byClientId(tx, incident.id, clientId));
    if (earlier) {
      return { changed: true, section: outcomeOf(command, earlier) };
    }
    const before =
      (await this.#reviews.get(tx, incident.id)) ??
      untouchedReview(incident.id, incident.stamps.declaredAt);
    if (expectedVersion !== undefined && expectedVersion !== before.version) {
      throw refusalError({
        kind: 'conflict',
        message: 'It was changed by somebody else in the meantime',
      });
    }
    const decision = decideReview(before, command, {
      ...facts,
      policy: this.#policy,
      ...(command.type === 'write-section' && {
        merging: await this.#merging(tx, before, command),
      }),
      ...(GATED.has(command.type) && {
        actions: await this.#actions.count(tx, incident.id),
      }),
    });
    if (decision.refusal) {
      throw refusalError(decision.refusal);
    }
    const { events } = decision;
    if (events.length > 0) {
      const after = events.reduce<ReviewState>(evolveReview, before);
      await this.#write(tx, { before, after, events, clientId }, incident, now);
    }
    return {
      changed: events.length > 0,
      section: outcomeOf(command, events[events.length - 1]),
    };
  }

  async #write(
    tx: Knex.Transaction,
    change: {
      before: ReviewState;
      after: ReviewState;
      events: ReviewEvent[];
      clientId?: string;
    },
    incident: IncidentState,
    now: string,
  ): Promise<void> {
    const { before, after, events, clientId } = change;
    const { incidentId } = after;
    await this.#reviews.write(tx, after);
    await this.#events.append(
      tx,
      incidentId,
      before.version + 1,
      events,
      clientId,
    );
    if (before.factors !== after.factors) {
      await this.#reviews.writeFactors(tx, after);
    }
    const clocks = clockDifference(
      { subjectKind: REVIEW, subjectId: incidentId },
      reviewClocksOf(before),
      reviewClocksOf(after),
    );
    if (clocks.length > 0) {
      await this.#clocks.change(tx, clocks, now);
    }
    if (events.some(({ type }) => SETTLES_PAGES.has(type))) {
      await this.#outbox.cancelPages(tx, REVIEW, [incidentId]);
    }
    const rows = reviewRowsOf(after, events, incident);
    if (rows.length > 0) {
      await this.#outbox.enqueue(tx, rows, now);
    }
  }

  /** What stands in a section now, and both texts in one where others have written it meanwhile. */
  async #merging(
    tx: Knex.Transaction,
    state: ReviewState,
    { section, baseVersion, text }: WriteSection,
  ): Promise<Merging> {
    const { incidentId } = state;
    const present = sectionOf(state, section);
    if (!present) {
      return { present: '' };
    }
    const base =
      baseVersion < present.version
        ? await this.#events.sequenceOfVersion(
            tx,
            incidentId,
            section,
            baseVersion,
          )
        : undefined;
    const written = await this.#events.withTexts(tx, incidentId, [
      present.sequence,
      ...(base === undefined ? [] : [base]),
    ]);
    const textAt = (sequence = 0) => written.get(sequence)?.texts?.text ?? '';
    const theirs = textAt(present.sequence);
    if (baseVersion >= present.version) {
      return { present: theirs };
    }
    const merged = mergeTexts(textAt(base), text, theirs);
    return { present: theirs, ...(merged !== undefined && { merged }) };
  }
}

/** What became of the text of a command, from the event that it ended with. */
function outcomeOf(
  command: AnyReviewCommand,
  last: ReviewEvent | undefined,
): ReviewCommitted['section'] {
  if (command.type !== 'write-section') {
    return null;
  }
  switch (last?.type) {
    case 'section-written':
      return last.data.how;
    case 'text-kept-beside':
      return 'beside';
    default:
      return 'written';
  }
}
