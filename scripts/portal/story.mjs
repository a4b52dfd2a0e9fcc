import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { askYesNo } from '../console/ask.mjs';

const DAY_MS = 24 * 60 * 60_000;

/**
 * For how many days the story of the sample company lies back: it is told up to the day on which
 * the data folder is new, and what is live in it grows old while the portal is stopped.
 */
export function daysSinceStory({ dataFolder }) {
  const record = join(dataFolder, 'story.json');
  if (!existsSync(record)) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(record, JSON.stringify({ toldAt: new Date() }));
  }
  const { toldAt } = JSON.parse(readFileSync(record, 'utf8'));
  return Math.floor((Date.now() - Date.parse(toldAt)) / DAY_MS);
}

/** How old the story is, as one says it. */
export function ageOfStory(days) {
  return `The story is ${days === 1 ? 'a day' : `${days} days`} old`;
}

/** Offers to tell a story that has grown old up to today. */
export async function offerFreshStory(settings, interruption) {
  const days = daysSinceStory(settings);
  const isWanted =
    days > 0 &&
    (await askYesNo(
      `${ageOfStory(days)}. Tell it up to today, and forget what happened in the portal since?`,
      interruption,
    ));
  if (isWanted) {
    forgetEverything(settings);
  }
}

/** Forgets all that happened in the sample portal; the next start tells the story from its beginning. */
export function forgetEverything({ dataFolder }) {
  rmSync(dataFolder, { recursive: true, force: true });
}
