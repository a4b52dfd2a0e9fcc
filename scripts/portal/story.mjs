import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
