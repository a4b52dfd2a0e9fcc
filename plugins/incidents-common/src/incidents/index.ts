export * from './vocabulary';
export * from './limits';
export {
  isMajor,
  isMoreCritical,
  matrixPriority,
  priorityOf,
  type PriorityFacts,
} from './priority';
export * from './policy';
export * from './commands';
export * from './events';
export * from './state';
export type { Past, PastMoment } from './past';
export {
  IMPACT_WINDOWS_MAX,
  impactMilliseconds,
  impactRuns,
  type ImpactWindow,
} from './impact';
export type * from './decision';
export * from './decide';
export { decideOpening } from './deciders/opening';
export { decideImport } from './deciders/importing';
export { PASS_EXPLANATION_FROM } from './deciders/triage';
export * from './evolve';
export * from './clocks';
export { noticesOf, tellsPeople, type Audience, type Notice } from './notices';
export { isOffered, type Onlooker } from './offered';
export { takesBack } from './takesBack';
