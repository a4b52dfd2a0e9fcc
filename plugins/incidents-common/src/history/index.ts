export type * from './record';
export type { Period } from './spans';
export { factsOf } from './factsOf';
export { courseAfter, courseBegan, recordOf, type Step } from './courseOf';
export * from './durations';
export {
  percentile,
  statisticsOf,
  type Percentile,
  type Statistics,
} from './percentiles';
export * from './trends';
export type { Share } from './shares';
export * from './outcomes';
export * from './promises';
export * from './phases';
export * from './heldBy';
export * from './changes';
export * from './noise';
export * from './selection';
export * from './ownership';
export * from './affected';
export * from './jointImpact';
export {
  countIn,
  daysOf,
  itemsIn,
  timeIn,
  weeksOf,
  type Bucket,
} from './calendar';
export * from './workingDays';
export * from './digest';
export * from './asked';
export * from './figuresOf';
export * from './insightsOf';
export * from './entityFactsOf';
