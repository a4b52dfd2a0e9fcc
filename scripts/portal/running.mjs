import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { Failure } from '../console/steps.mjs';

const recordOf = settings => join(settings.dataFolder, 'portal.json');

/** Notes where the portal of this data folder runs, for the commands that come after. */
export function recordRunning(
  { frontendUrl, backendUrl, ...settings },
  processIds,
) {
  mkdirSync(settings.dataFolder, { recursive: true });
  writeFileSync(
    recordOf(settings),
    JSON.stringify({ frontendUrl, backendUrl, processIds }),
  );
}

export function forgetRunning(settings) {
  rmSync(recordOf(settings), { force: true });
}

/** Where the portal that uses this data folder runs, and its processes that still live, if any do. */
export function findRunning(settings) {
  if (!existsSync(recordOf(settings))) {
    return undefined;
  }
  const { processIds, ...urls } = JSON.parse(
    readFileSync(recordOf(settings), 'utf8'),
  );
  const alive = processIds.filter(isAlive);
  return alive.length > 0 ? { ...urls, processIds: alive } : undefined;
}

function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Fails when a port is taken, and says how to go on. */
export async function demandFreePorts(settings, note) {
  const running = findRunning(settings);
  if (running) {
    throw new Failure(
      `The portal is running already: ${running.frontendUrl}`,
      `Stop it with Ctrl-C where it was started, or with: kill ${running.processIds.join(' ')}`,
    );
  }
  const wanted = new Map([
    [settings.frontendPort, 'LINCHPIN_FRONTEND_PORT'],
    [settings.backendPort, 'LINCHPIN_BACKEND_PORT'],
  ]);
  for (const [port, variable] of wanted) {
    if (await isTaken(port)) {
      throw new Failure(
        `Port ${port} is taken by another program.`,
        `Find it with \`lsof -i :${port}\` and stop it, or use another port:\n  ${variable}=${port + 100} npm start`,
      );
    }
  }
  note(`${[...wanted.keys()].join(' and ')} free`);
}

async function isTaken(port) {
  const answers = await Promise.all(
    ['127.0.0.1', '::1'].map(host => connects(host, port)),
  );
  return answers.includes(true);
}

function connects(host, port) {
  return new Promise(resolve => {
    const socket = createConnection({ host, port });
    const answer = result => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}
