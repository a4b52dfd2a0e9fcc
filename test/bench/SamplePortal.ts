import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from '../backends/freePort';

export interface SamplePortalOptions {
  /** A clone of the repository. */
  repository: string;
  /** Of `scripts/`: for development, or as deployed. */
  script: 'start' | 'serve';
  /** What it keeps, in the repository. */
  data: string;
}

/** The sample portal as people start it, on free ports. */
export class SamplePortal {
  readonly url: string;
  /** From the command until it can be used. */
  readonly seconds: number;
  readonly #process: ChildProcess;

  /** @throws with what it said where it ends before it can be used */
  static async start({
    repository,
    script,
    data,
  }: SamplePortalOptions): Promise<SamplePortal> {
    const began = performance.now();
    const child = spawn(process.execPath, [`scripts/${script}.mjs`], {
      cwd: repository,
      env: {
        ...process.env,
        LINCHPIN_BACKEND_PORT: String(await freePort()),
        LINCHPIN_FRONTEND_PORT: String(await freePort()),
        LINCHPIN_DATA: data,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      said.push(line);
      const url = /Open\W.*(http:\/\/\S+)/.exec(line)?.[1];
      if (url) {
        const seconds = (performance.now() - began) / 1_000;
        child.stdout.resume();
        return new SamplePortal(url, seconds, child);
      }
    }
    throw new Error(`npm run ${script} ended: ${said.join('\n')}`);
  }

  private constructor(url: string, seconds: number, child: ChildProcess) {
    this.url = url;
    this.seconds = seconds;
    this.#process = child;
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await ended;
  }
}
