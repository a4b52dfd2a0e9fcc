import type {
  IncidentDetail,
  NamedRef,
  ReviewAnswer,
  ReviewCommand,
  ReviewDocument,
  ReviewDocumentQuery,
  ReviewLine,
  ReviewOutcome,
  ReviewsQuery,
  SectionVersion,
} from '@linchpin/backstage-plugin-incidents-common';
import { changesOfReview } from './changesOfReview';
import { matches } from './lists';
import { mei } from './people';
import { aReview, asKnown } from './reviews';

type Section = ReviewAnswer['sections'][number];

/** The reviews of sample incidents, and what becomes of them. */
export class FakeReviews {
  readonly #reviews = new Map<string, ReviewAnswer>();
  readonly #versions = new Map<string, SectionVersion[]>();

  constructor(readonly now: () => number) {}

  of(incident: IncidentDetail): ReviewAnswer {
    const known = this.#reviews.get(incident.id);
    return known ? { ...known, incident } : aReview(incident);
  }

  /** What the page of the incident says of it: nothing while that is under way. */
  glanceAt(incident: IncidentDetail): IncidentDetail['review'] {
    if (!incident.resolvedAt) {
      return incident.review;
    }
    const { status, required, owner, draftDueAt } = this.of(incident);
    return { status, required, owner, draftDueAt };
  }

  put(review: ReviewAnswer) {
    this.#reviews.set(review.incident.id, asKnown(review));
  }

  versions(incident: { id: string }, section: string): SectionVersion[] {
    return this.#versions.get(`${incident.id} ${section}`) ?? [];
  }

  /** The document of a review, near enough to the backend for screens. */
  documentOf(
    incident: IncidentDetail,
    { audience = 'internal' }: ReviewDocumentQuery,
  ): ReviewDocument {
    const { status, sections } = this.of(incident);
    const written = sections.filter(
      ({ text, internal }) => text && !(internal && audience === 'sharing'),
    );
    return {
      markdown: [
        `# ${incident.number}: ${incident.title}`,
        ...written.map(({ id, text }) => `## ${id}\n\n${text}`),
      ].join('\n\n'),
      fileName: `${incident.number}-review.md`,
      audience,
      status,
    };
  }

  listOf(
    incidents: readonly IncidentDetail[],
    query: Partial<ReviewsQuery>,
  ): ReviewLine[] {
    return incidents
      .map(incident => this.of(incident))
      .filter(
        ({ incident, required }) => required && incident.resolvedAt !== null,
      )
      .filter(r => !query.status?.length || query.status.includes(r.status))
      .filter(r => query.mine !== 'true' || r.owner?.ref === mei.ref)
      .filter(({ incident }) => matches(incident, query.q))
      .map(review => ({
        incident: review.incident,
        status: review.status,
        since: review.since,
        required: review.required,
        owner: review.owner,
        draftDueAt: review.draftDueAt,
        meetingAt: review.meeting?.at ?? null,
        openActions: 2,
        overdueActions: 1,
      }));
  }

  send(incident: IncidentDetail, command: ReviewCommand): ReviewOutcome {
    const before = this.of(incident);
    if (command.type === 'write-section') {
      return this.#write(before, command, mei);
    }
    const at = new Date(this.now()).toISOString();
    const after = { ...before, ...changesOfReview(before, command, at) };
    this.put({ ...after, version: before.version + 1 });
    return { review: this.of(incident), section: null };
  }

  /** Somebody else writes a section, between two looks of the user. */
  writeAs(
    who: NamedRef,
    incident: IncidentDetail,
    section: string,
    text: string,
  ) {
    const review = this.of(incident);
    const { version } = review.sections.find(({ id }) => id === section)!;
    this.#write(
      review,
      { type: 'write-section', section, baseVersion: version, text },
      who,
    );
  }

  #write(
    review: ReviewAnswer,
    command: Extract<ReviewCommand, { type: 'write-section' }>,
    by: NamedRef,
  ): ReviewOutcome {
    const { section: id, text, baseVersion, joins } = command;
    const { incident } = review;
    const before = review.sections.find(section => section.id === id)!;
    const at = new Date(this.now()).toISOString();
    const isBeside = baseVersion < before.version && before.text !== text;
    const kept: SectionVersion = {
      id: `${id}-${this.versions(incident, id).length + 1}`,
      version: isBeside ? null : before.version + 1,
      text,
      by,
      at,
    };
    const after: Section = isBeside
      ? { ...before, beside: [...before.beside, kept] }
      : {
          ...before,
          text,
          version: before.version + 1,
          editedBy: by,
          editedAt: at,
          beside: before.beside.filter(other => other.id !== joins),
        };
    this.#versions.set(`${incident.id} ${id}`, [
      kept,
      ...this.versions(incident, id),
    ]);
    this.put({
      ...review,
      status: review.status === 'approved' ? 'draft' : review.status,
      version: review.version + 1,
      sections: review.sections.map(each => (each === before ? after : each)),
    });
    return {
      review: this.#reviews.get(incident.id)!,
      section: isBeside ? 'beside' : 'written',
    };
  }
}
