import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../console/steps.mjs';
import { tail } from '../console/processes.mjs';

/** How long a part of the portal may take until it answers, on a slow machine. */
const PATIENCE_MS = 180_000;

/** Waits until a part of the portal answers a request well; the answer. */
export function untilAnswers(what, part, url, headers = {}) {
  return until(what, part, () => load(url, headers));
}

/** Waits until a page and every script that it names can be loaded. */
export function untilPageOpens(what, part, url) {
  return until(what, part, async () => {
    const page = await load(url);
    const scripts = [...(page?.matchAll(/<script[^>]* src="([^"]+)"/g) ?? [])];
    const loaded = await Promise.all(
      scripts.map(([, source]) => load(new URL(source, url))),
    );
    const isComplete =
      scripts.length > 0 && loaded.every(text => text !== undefined);
    return isComplete ? page : undefined;
  });
}

async function until(what, part, ask) {
  const ended = part.ended.then(
    () => true,
    () => true,
  );
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline;) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    if (await Promise.race([ended, pause(200, false)])) {
      throw new Failure(`${what} did not start.`, tail(part.log));
    }
  }
  throw new Failure(
    `${what} does not answer after ${PATIENCE_MS / 1000} s.`,
    tail(part.log),
  );
}

async function load(url, headers = {}) {
  try {
    const response = await fetch(url, {
      headers,
      signal: AbortSignal.timeout(60_000),
    });
    const body = await response.text();
    return response.ok ? body : undefined;
  } catch {
    return undefined;
  }
}
