import { join } from 'node:path';
import { Failure } from '../console/steps.mjs';
import {
  demandSuccess,
  startLogged,
  stop,
  tail,
} from '../console/processes.mjs';
import { inRepository } from '../setup/paths.mjs';
import { untilAnswers, untilPageOpens } from './readiness.mjs';
import { forgetRunning, recordRunning } from './running.mjs';
import { toAppConfig } from './settings.mjs';
import { beginStory, endStory } from './story.mjs';

const CLI = inRepository(
  'node_modules',
  '@backstage',
  'cli',
  'bin',
  'backstage-cli',
);

/** What lets Node run the TypeScript of the workspaces. */
const TRANSFORM = inRepository(
  'node_modules',
  '@backstage',
  'cli-node',
  'config',
  'nodeTransform.cjs',
);

/** For work on the portal: what is changed is compiled and started anew. */
export function startForDevelopment(node, settings) {
  beginStory(settings);
  const start = name =>
    startPart(name, [CLI, 'package', 'start'], node, settings);
  const backend = start('backend');
  return toPortal({ backend, page: start('app') }, settings);
}

/** As a portal is deployed: the backend alone, which serves the app that was built before. */
export function startAsDeployed(node, settings) {
  beginStory(settings);
  const args = ['--enable-source-maps', '--require', TRANSFORM, 'src/index.ts'];
  const backend = startPart('backend', args, node, settings);
  return toPortal({ backend, page: backend }, settings);
}

export function buildApp(node, settings, interruption) {
  return demandSuccess(
    'Building the app',
    node.program,
    [CLI, 'package', 'build'],
    {
      cwd: inRepository('packages', 'app'),
      env: node.env,
      log: logOf('app', settings),
      interruption,
    },
  );
}

function startPart(name, args, node, settings) {
  return startLogged(node.program, args, {
    cwd: inRepository('packages', name),
    env: {
      ...node.env,
      ...toAppConfig(settings),
      // Signing in as a persona is for development alone.
      NODE_ENV: 'development',
      // The page is opened by who started it, and not before the backend answers.
      BROWSER: 'none',
    },
    log: logOf(name, settings),
  });
}

const logOf = (name, settings) =>
  join(settings.dataFolder, 'logs', `${name}.log`);

function toPortal({ backend, page }, settings) {
  const parts = [...new Set([backend, page])];
  recordRunning(settings, [process.pid, ...parts.map(part => part.child.pid)]);

  return {
    backendAnswers: () =>
      untilAnswers(
        'The backend',
        backend,
        `${settings.backendUrl}/.backstage/health/v1/readiness`,
      ),
    /** The guest is a user of the catalog, which is read after the backend is ready. */
    async guestSignsIn() {
      const session = await untilAnswers(
        'The sign-in',
        backend,
        `${settings.backendUrl}/api/auth/persona/refresh`,
        { 'X-Requested-With': 'XMLHttpRequest' },
      );
      return JSON.parse(session).backstageIdentity.token;
    },
    /** Incidents are not answered for before that, so that nobody sees half of it. */
    async storyIsTold(guest) {
      await untilAnswers(
        'The story',
        backend,
        `${settings.backendUrl}/api/incidents/inbox`,
        { Authorization: `Bearer ${guest}` },
      );
      endStory(settings);
    },
    pageOpens: () =>
      untilPageOpens('The page', page, `${settings.frontendUrl}/`),
    /** Fails when a part ends, which none should by itself. */
    ended: Promise.race(
      parts.map(part =>
        part.ended.then(outcome => {
          throw new Failure(
            `A part of the portal ended by itself (${outcome}).`,
            tail(part.log),
          );
        }),
      ),
    ),
    async stop() {
      await Promise.all(parts.map(part => stop(part)));
      forgetRunning(settings);
    },
  };
}
