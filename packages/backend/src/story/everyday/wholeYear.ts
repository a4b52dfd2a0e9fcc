import type { Instant } from '@linchpin/backstage-plugin-incidents-common';
import type { StoryIncident } from '../script';
import { story } from '../story';
import { everyday } from './everyday';

/** All of the year up to `now`: what the chapters tell of, and the ordinary days between. */
export function wholeYear(now: Instant): StoryIncident[] {
  const told = story(now);
  return [...told, ...everyday(now, told)];
}
