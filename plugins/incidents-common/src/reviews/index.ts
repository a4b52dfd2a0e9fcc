/**
 * The post-incident review: what is learnt from an incident, written by people in
 * sections, approved by others. An aggregate of its own beside the incident, which
 * it follows.
 *
 * @packageDocumentation
 */
export * from './vocabulary';
export * from './template';
export { DEFAULT_REVIEW_POLICY, type ReviewPolicy } from './policy';
export * from './state';
export * from './events';
export * from './commands';
export type * from './decision';
export * from './decide';
export * from './evolve';
export { putsBack, type TakingOut } from './putsBack';
export * from './gate';
export * from './clocks';
export * from './follow';
export * from './factorsOf';
export * from './notices';
export * from './entries';
export * from './impact';
export * from './scorecard';
export * from './document/content';
export * from './document/document';
export * from './document/markdown';
export {
  DOCUMENT_WORDS,
  sectionWords,
  type DocumentLanguage,
  type DocumentWords,
  type SectionWords,
} from './document/words';
