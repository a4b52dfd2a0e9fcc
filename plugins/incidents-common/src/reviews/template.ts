import type { GateItem } from '../schemas/answers/reviews';

/** A section that reviews have. @public */
export interface SectionTemplate {
  id: string;
  /** Missing for one that every language has words for; see `sectionWords`. */
  title?: string;
  /** What helps to write it. Missing for one that every language has words for. */
  prompts?: readonly string[];
  /** Whether no review is handed in without it. */
  required: boolean;
  /** Whether it is left out of what is shared. */
  internal: boolean;
}

/** What is looked at before a review may be handed in and approved. @public */
export type GateCheck = GateItem['item'];

/** What reviews of an organisation look like. @public */
export interface ReviewTemplate {
  sections: readonly SectionTemplate[];
  /** Texts that wait to be joined are always looked at. */
  gate: readonly GateCheck[];
}

/**
 * The default sections and gate.
 * Source: Google, "Postmortem culture" (what went well, poorly, where we were
 * lucky; criteria of a good review), PagerDuty's postmortem template, and its "the
 * field guide to understanding human error" prompts in what and how.
 * @public
 */
export const DEFAULT_TEMPLATE: ReviewTemplate = {
  sections: [
    { id: 'summary', required: true, internal: false },
    { id: 'impact', required: true, internal: false },
    { id: 'detection', required: true, internal: true },
    { id: 'response', required: false, internal: true },
    { id: 'went-well', required: false, internal: true },
    { id: 'went-poorly', required: false, internal: true },
    { id: 'lucky', required: false, internal: true },
    { id: 'questions', required: false, internal: true },
    { id: 'external-message', required: false, internal: false },
  ],
  gate: ['section', 'factor', 'action', 'owner', 'impact-start'],
};
