import type { Actor } from '../../incidents/events';
import {
  by,
  inStatus,
  minute,
  nadia,
  omar,
  rita,
} from '../../incidents/__testUtils__/stage';
import type { IncidentState, PersonSnapshot } from '../../incidents/state';
import type { AnyReviewCommand } from '../commands';
import { decideReview } from '../decide';
import type { ReviewFacts } from '../decision';
import type { ReviewEvent } from '../events';
import { evolveReview } from '../evolve';
import { DEFAULT_REVIEW_POLICY } from '../policy';
import { untouchedReview, type ReviewState } from '../state';

const people = new Map<string, PersonSnapshot>(
  [nadia, omar, rita].map(person => [person.ref, person]),
);

/** A resolved P1 that began at a known time. */
export const resolved: IncidentState = {
  ...inStatus('resolved', { impact: 'high', urgency: 'high' }),
  impactEstimated: false,
};

/** A review with all that ever happened to it; writes as the backend does, line by line. */
export class Desk {
  state: ReviewState;
  incident: IncidentState;
  readonly events: ReviewEvent[] = [];
  /** Every version of a section, by its id and number. */
  readonly #versions = new Map<string, string>();
  #minutes = 60;

  constructor(incident: IncidentState = resolved) {
    this.incident = incident;
    this.state = untouchedReview(incident.id, incident.stamps.declaredAt);
  }

  /** What a section says now. */
  textOf(section: string): string {
    const version = this.state.sections[section]?.version ?? 0;
    return this.#versions.get(`${section} ${version}`) ?? '';
  }

  /** The text that came with an event. */
  textAt(id: string): string {
    return this.events[Number(id) - 1].texts?.text ?? '';
  }

  /** Carries out a command; answers why not where it is refused. */
  send(
    command: AnyReviewCommand,
    person: PersonSnapshot | Actor = nadia,
    given: Partial<ReviewFacts> = {},
  ): string | undefined {
    this.#minutes += 1;
    const decision = decideReview(this.state, command, {
      now: minute(this.#minutes),
      actor: 'type' in person ? person : by(person),
      policy: DEFAULT_REVIEW_POLICY,
      incident: this.incident,
      people,
      lastSequence: 20,
      actions: 1,
      ...(command.type === 'write-section' && {
        merging: this.#merging(command),
      }),
      ...given,
    });
    if (decision.refusal) {
      return `${decision.refusal.kind}: ${decision.refusal.message}`;
    }
    for (const event of decision.events) {
      this.state = evolveReview(this.state, event);
      this.events.push(event);
      if (event.type === 'section-written') {
        const { section, version } = event.data;
        this.#versions.set(`${section} ${version}`, event.texts!.text!);
      }
    }
    return undefined;
  }

  /** Two texts that both only go on from the same one are merged. */
  #merging({
    section,
    baseVersion,
    text,
  }: Extract<AnyReviewCommand, { type: 'write-section' }>) {
    const base = this.#versions.get(`${section} ${baseVersion}`) ?? '';
    const present = this.textOf(section);
    const grows = present.startsWith(base) && text.startsWith(base);
    return {
      present,
      ...(grows && { merged: `${present}${text.slice(base.length)}` }),
    };
  }
}

/** A draft that lacks nothing. */
export function fullDraft(): Desk {
  const desk = new Desk();
  desk.send({ type: 'start' });
  for (const section of ['summary', 'impact', 'detection']) {
    desk.send({
      type: 'write-section',
      section,
      baseVersion: 0,
      text: `The ${section}`,
    });
  }
  desk.send({ type: 'add-factor', tag: 'capacity', text: 'The pool was full' });
  return desk;
}
