import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * What lets the time of a portal be moved, for its environment.
 *
 * @param dataFolder - where the portal keeps its data; what was moved is forgotten with it
 */
export function movableClockIn(dataFolder: string) {
  return { APP_CONFIG_story_clockFile: fileIn(dataFolder) };
}

/** Moves the time of incidents there ahead of the machine's; what is due by then is due. */
export function moveClock(dataFolder: string, aheadMs: number): void {
  writeFileSync(fileIn(dataFolder), String(aheadMs));
}

function fileIn(dataFolder: string): string {
  return resolve(__dirname, '../..', dataFolder, 'clock');
}
