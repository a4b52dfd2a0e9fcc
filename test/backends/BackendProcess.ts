import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '@backstage/types';
import { freePort } from './freePort';

const REPOSITORY = resolve(__dirname, '../..');

/** What lets Node run the TypeScript of the workspaces. */
const TRANSFORM =
  require.resolve('@backstage/cli-node/config/nodeTransform.cjs');

const READINESS = '/.backstage/health/v1/readiness';

/** How long a process may take until it is ready, on a busy machine. */
const PATIENCE_MS = 120_000;

/** How long a process may take to end by itself. */
const FAREWELL_MS = 15_000;

export interface BackendProcessOptions {
  /** What its files are called. */
  name: string;
  /** Where its configuration and its log lie. */
  folder: string;
  /** The file to run, in the repository, and the folder to run it in. */
  program: { file: string; folder: string };
  /** A file in the repository or what one would say; each goes on top of those before it. */
  config: readonly (string | JsonObject)[];
  env: Record<string, string>;
}

/** A backend as a process of its own, which can be ended and started again on the same port. */
export class BackendProcess {
  readonly url: string;
  readonly #options: BackendProcessOptions;
  readonly #args: readonly string[];
  #process: ChildProcess | undefined;

  /** Does not start it. */
  static async create(options: BackendProcessOptions): Promise<BackendProcess> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const place = {
      app: { baseUrl: url },
      backend: { baseUrl: url, listen: { host: '127.0.0.1', port } },
    };
    const files = await Promise.all(
      [...options.config, place].map((config, index) =>
        typeof config === 'string'
          ? join(REPOSITORY, config)
          : keep(config, join(options.folder, `${options.name}-${index}.json`)),
      ),
    );
    const args = [
      '--enable-source-maps',
      '--require',
      TRANSFORM,
      join(REPOSITORY, options.program.file),
      ...files.flatMap(file => ['--config', file]),
    ];
    return new BackendProcess(options, url, args);
  }

  private constructor(
    options: BackendProcessOptions,
    url: string,
    args: readonly string[],
  ) {
    this.#options = options;
    this.url = url;
    this.#args = args;
  }

  /** Resolves when it answers that it is ready. */
  async start(): Promise<void> {
    const log = await open(this.#logFile, 'a');
    this.#process = spawn(process.execPath, this.#args, {
      cwd: join(REPOSITORY, this.#options.program.folder),
      env: { ...process.env, ...this.#options.env },
      stdio: ['ignore', log.fd, log.fd],
    });
    await log.close();
    endWithUs(this.#process);
    await this.#untilReady();
  }

  /** Asks it to end, as a deployment does, and insists after a while. */
  async stop(): Promise<void> {
    const insist = setTimeout(() => this.signal('SIGKILL'), FAREWELL_MS);
    await this.#end('SIGTERM');
    clearTimeout(insist);
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** `SIGSTOP` lets it hang, `SIGCONT` go on. */
  signal(name: NodeJS.Signals): void {
    this.#process?.kill(name);
  }

  /** What it has written, for whoever must find out why a test failed. */
  async log(): Promise<string> {
    return readFile(this.#logFile, 'utf8');
  }

  get #logFile(): string {
    return join(this.#options.folder, `${this.#options.name}.log`);
  }

  get #isRunning(): boolean {
    const { exitCode, signalCode } = this.#process ?? { exitCode: 0 };
    return exitCode === null && signalCode === null;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#process && this.#isRunning) {
      const ended = once(this.#process, 'exit');
      this.#process.kill(signal);
      await ended;
    }
    this.#process = undefined;
  }

  async #untilReady(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await this.#isReady())) {
      if (!this.#isRunning || Date.now() > deadline) {
        await this.kill();
        throw new Error(
          `${this.#options.name} does not start:\n${await this.#endOfLog()}`,
        );
      }
      await pause(100);
    }
  }

  async #endOfLog(): Promise<string> {
    const lines = (await this.log()).split('\n');
    return lines
      .filter(line => !line.includes(READINESS))
      .slice(-30)
      .join('\n');
  }

  async #isReady(): Promise<boolean> {
    const response = await fetch(`${this.url}${READINESS}`).catch(
      () => undefined,
    );
    return response?.ok ?? false;
  }
}

async function keep(config: JsonObject, file: string): Promise<string> {
  await writeFile(file, JSON.stringify(config));
  return file;
}

/** However this process ends, those that it started do not outlive it. */
function endWithUs(child: ChildProcess): void {
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
}
