import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../console/steps.mjs';
import { startLogged, stop, tail } from '../console/processes.mjs';
import { inRepository } from '../setup/paths.mjs';
import { forgetRunning, recordRunning } from './running.mjs';
import { toAppConfig } from './settings.mjs';

const CLI = inRepository(
  'node_modules',
  '@backstage',
  'cli',
  'bin',
  'backstage-cli',
);

/** How long a part of the portal may take until it answers, on a slow machine. */
const PATIENCE_MS = 180_000;

/** Starts the backend and the frontend of the sample portal, in development mode. */
export function startPortal(node, settings) {
  const env = {
    ...node.env,
    ...toAppConfig(settings),
    NODE_ENV: 'development',
    // The page is opened by who started it, and not before the backend answers.
    BROWSER: 'none',
  };
  const start = name =>
    startLogged(node.program, [CLI, 'package', 'start'], {
      cwd: inRepository('packages', name),
      env,
      log: join(settings.dataFolder, 'logs', `${name}.log`),
    });

  const backend = start('backend');
  const frontend = start('app');
  recordRunning(settings, [process.pid, backend.child.pid, frontend.child.pid]);

  return {
    backendAnswers: () =>
      untilTrue('The backend', backend, () =>
        answers(`${settings.backendUrl}/.backstage/health/v1/readiness`),
      ),
    // The guest is a user of the catalog, which is read after the backend is ready.
    guestSignsIn: () =>
      untilTrue('The sign-in', backend, () =>
        answers(`${settings.backendUrl}/api/auth/persona/refresh`, {
          'X-Requested-With': 'XMLHttpRequest',
        }),
      ),
    pageOpens: () =>
      untilTrue('The page', frontend, () => opens(`${settings.frontendUrl}/`)),
    /** Ends when one of the two does, which neither should by itself. */
    ended: Promise.race(
      [backend, frontend].map(part =>
        part.ended.then(outcome => {
          throw new Failure(
            `A part of the portal ended by itself (${outcome}).`,
            tail(part.log),
          );
        }),
      ),
    ),
    async stop() {
      await Promise.all([stop(backend), stop(frontend)]);
      forgetRunning(settings);
    },
  };
}

async function untilTrue(what, part, check) {
  let ended = false;
  const note = () => {
    ended = true;
  };
  part.ended.then(note, note);
  for (
    const deadline = Date.now() + PATIENCE_MS;
    Date.now() < deadline;
    await pause(200)
  ) {
    if (await check()) {
      return;
    }
    if (ended) {
      throw new Failure(`${what} did not start.`, tail(part.log));
    }
  }
  throw new Failure(
    `${what} does not answer after ${PATIENCE_MS / 1000} s.`,
    tail(part.log),
  );
}

async function answers(url, headers = {}) {
  return (await load(url, headers)) !== undefined;
}

/** A page opens when it and every script it names can be loaded. */
async function opens(url) {
  const page = await load(url);
  const scripts = [...(page?.matchAll(/<script[^>]* src="([^"]+)"/g) ?? [])];
  const loaded = await Promise.all(
    scripts.map(([, source]) => load(new URL(source, url))),
  );
  return scripts.length > 0 && loaded.every(Boolean);
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
