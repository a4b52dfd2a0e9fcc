import type { Instant } from '@linchpin/backstage-plugin-incidents-common';
import { foundation } from './chapters/foundation';
import { lessons, reviewedElsewhere } from './chapters/lessons';
import { live } from './chapters/live';
import { payments } from './chapters/payments';
import { payouts } from './chapters/payouts';
import { paymentsDatabase } from './chapters/paymentsDatabase';
import { travel } from './chapters/travel';
import { yesterday } from './chapters/yesterday';
import { learns, waives } from './learning';
import { tell, type Chapter, type StoryIncident } from './script';

const CHAPTERS = [
  ...paymentsDatabase,
  ...payments,
  ...payouts,
  ...travel,
  ...foundation,
  ...yesterday,
  ...live,
];

/**
 * A year of incidents at the sample company up to `now`, oldest first. The same
 * `now` gives the same story.
 */
export function story(now: Instant): StoryIncident[] {
  return CHAPTERS.map(chapter => tell(withLesson(chapter), now)).sort((a, b) =>
    a.steps[0].at.localeCompare(b.steps[0].at),
  );
}

function withLesson(chapter: Chapter): Chapter {
  const lesson = lessons[chapter.key];
  const waiver = reviewedElsewhere.get(chapter.key);
  return {
    ...chapter,
    scenes: [
      ...chapter.scenes,
      ...(lesson ? learns(lesson) : []),
      ...(waiver
        ? waives(waiver, 'Reviewed on paper, before reviews were kept here.')
        : []),
    ],
  };
}
