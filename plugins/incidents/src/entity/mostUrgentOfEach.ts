import type { LiveLine } from '@linchpin/backstage-plugin-incidents-common';

/** Each entity once, with its most urgent incident; the lines come most urgent first. */
export function mostUrgentOfEach(lines: readonly LiveLine[]): LiveLine[] {
  const seen = new Map<string, LiveLine>();
  for (const line of lines) {
    if (!seen.has(line.via.ref)) {
      seen.set(line.via.ref, line);
    }
  }
  return [...seen.values()];
}
