import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './steps.mjs';

const canSignalGroups = process.platform !== 'win32';

/**
 * Starts a program in a process group of its own, so that it can be stopped with all that it
 * started, and writes what it says to a file.
 */
export function startLogged(program, args, { cwd, env, log }) {
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, 'w');
  const child = spawn(program, args, {
    cwd,
    env,
    stdio: ['ignore', output, output],
    detached: canSignalGroups,
  });
  closeSync(output);
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  return { child, log, ended };
}

/**
 * Runs a program to its end, or until `interruption` is aborted.
 *
 * @returns its exit code, or the name of the signal that ended it
 */
export async function runLogged(program, args, { interruption, ...options }) {
  const running = startLogged(program, args, options);
  const end = () => send('SIGTERM', running);
  interruption.addEventListener('abort', end);
  try {
    return await running.ended;
  } finally {
    interruption.removeEventListener('abort', end);
  }
}

/** Like `runLogged`, but fails with the end of the log when the program does not end well. */
export async function demandSuccess(name, program, args, options) {
  const outcome = await runLogged(program, args, options);
  if (outcome !== 0) {
    throw new Failure(`${name} failed (${outcome}).`, tail(options.log));
  }
}

/** Asks a started program and its whole group to stop, and insists after `patienceMs`. */
export async function stop(running, patienceMs = 5_000) {
  send('SIGTERM', running);
  const insist = setTimeout(() => send('SIGKILL', running), patienceMs);
  await running.ended.catch(() => {});
  clearTimeout(insist);
}

function send(signal, { child }) {
  try {
    if (canSignalGroups) {
      process.kill(-child.pid, signal);
    } else {
      child.kill(signal);
    }
  } catch {
    // It has ended already.
  }
}

/** The last lines of a log, and where the rest of it is. */
export function tail(log, lines = 25) {
  const end = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines);
  return `The end of ${log}:\n${end.map(line => `  ${line}`).join('\n')}`;
}
