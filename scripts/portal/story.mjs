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

const recordOf = ({ dataFolder }) => join(dataFolder, 'story.json');

/** Undefined where the portal has never been started with this data folder. */
function readRecord(settings) {
  return existsSync(recordOf(settings))
    ? JSON.parse(readFileSync(recordOf(settings), 'utf8'))
    : undefined;
}

/**
 * Before the portal starts, which tells a story into an empty database. One that was stopped
 * meanwhile would have half a story for good: that is forgotten. Nobody has seen it or acted in it,
 * for nothing is answered before its end.
 */
export function beginStory(settings) {
  if (readRecord(settings)?.isTold === false) {
    forgetEverything(settings);
  }
  if (!readRecord(settings)) {
    mkdirSync(settings.dataFolder, { recursive: true });
    writeRecord(settings, { toldAt: new Date(), isTold: false });
  }
}

/** Once the portal has told its story to the end. */
export function endStory(settings) {
  writeRecord(settings, { ...readRecord(settings), isTold: true });
}

function writeRecord(settings, record) {
  writeFileSync(recordOf(settings), JSON.stringify(record));
}

/**
 * For how many days the story of the sample company lies back: it is told up to the day on which
 * the data folder is new, and what is live in it grows old while the portal is stopped.
 */
export function daysSinceStory(settings) {
  const record = readRecord(settings);
  return record
    ? Math.floor((Date.now() - Date.parse(record.toldAt)) / DAY_MS)
    : 0;
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
