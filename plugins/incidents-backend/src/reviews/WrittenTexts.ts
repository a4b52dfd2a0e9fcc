import type {
  NamedRef,
  ReviewAnswer,
  SectionVersion,
} from '@linchpin/backstage-plugin-incidents-common';
import type { ReviewState } from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { StoredReviewEvent } from './ReviewEventStore';

/** What people wrote, by the events that it came with. */
export class WrittenTexts {
  readonly #events: ReadonlyMap<number, StoredReviewEvent>;

  constructor(events: ReadonlyMap<number, StoredReviewEvent>) {
    this.#events = events;
  }

  at(sequence: number): StoredReviewEvent | undefined {
    return this.#events.get(sequence);
  }

  field(
    sequence: number | undefined,
    field: keyof NonNullable<StoredReviewEvent['texts']>,
  ): string | undefined {
    return sequence === undefined
      ? undefined
      : this.#events.get(sequence)?.texts?.[field];
  }

  /** Something that was done for a reason. */
  act(act: ReviewState['waived']): ReviewAnswer['waived'] {
    return act
      ? {
          by: named(act.by),
          reason: this.field(act.sequence, 'reason') ?? '',
          at: act.at,
        }
      : null;
  }
}

/** Every event whose texts a review shows now. */
export function sequencesIn(review: ReviewState): number[] {
  const { sections, factors, comments, notes } = review;
  const { meeting, waived, sentBack } = review;
  return [
    ...Object.values(sections).flatMap(({ sequence, beside }) => [
      sequence,
      ...beside.map(({ id }) => Number(id)),
    ]),
    ...factors.map(({ sequence }) => sequence),
    ...comments.map(({ id }) => Number(id)),
    ...Object.values(notes),
    ...[meeting, waived, sentBack].flatMap(act => (act ? act.sequence : [])),
  ];
}

/** A text of a section, as its history and its editor show it. */
export function versionOf(event: StoredReviewEvent): SectionVersion {
  return {
    id: String(event.sequence),
    version: event.type === 'section-written' ? event.data.version : null,
    text: event.texts?.text ?? '',
    by: authorOf(event),
    at: event.at,
  };
}

export function authorOf({ actor }: StoredReviewEvent): NamedRef {
  return { ref: actor.type === 'user' ? actor.ref : '', title: actor.name };
}

export function named({ ref, name }: { ref: string; name: string }): NamedRef {
  return { ref, title: name };
}
