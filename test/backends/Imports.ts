import { setTimeout as pause } from 'node:timers/promises';
import type { Import } from '@linchpin/backstage-plugin-incidents-common';

const LOOK_EVERY_MS = 20;

/** Imports at one backend, asked for again while it is away. */
export class Imports {
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly #signal: AbortSignal | undefined;

  /**
   * @param options.headers - what lets its bearer in
   * @param options.signal - aborted when it is to end
   */
  constructor(options: {
    url: string;
    headers: Record<string, string>;
    signal?: AbortSignal;
  }) {
    this.#url = `${options.url}/api/incidents/imports`;
    this.#headers = options.headers;
    this.#signal = options.signal;
  }

  async planned(mapping: object, file: string): Promise<Import> {
    const form = new FormData();
    form.append('mapping', JSON.stringify(mapping));
    form.append('file', new Blob([file]), 'tracker.csv');
    const { id } = await this.#ask('POST', '', form);
    return this.#until(id, ({ state }) => state !== 'planning');
  }

  async start(id: string): Promise<void> {
    await this.#ask('POST', `/${id}/start`);
  }

  /** How many are made, once there are more than so many. */
  async untilMoreThan(made: number, id: string): Promise<number> {
    const now = await this.#until(
      id,
      job => job.made > made || job.state === 'done',
    );
    if (now.state === 'done') {
      throw new Error('The import was over before a process could be killed');
    }
    return now.made;
  }

  ended(id: string): Promise<Import> {
    return this.#until(id, ({ state }) => state !== 'importing');
  }

  async #until(id: string, isSo: (job: Import) => boolean): Promise<Import> {
    for (;;) {
      const job = await this.#ask('GET', `/${id}`).catch(() => undefined);
      if (job && isSo(job)) {
        return job;
      }
      await pause(LOOK_EVERY_MS, undefined, { signal: this.#signal });
    }
  }

  async #ask(method: string, path: string, body?: FormData): Promise<Import> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: this.#headers,
      body,
    });
    const answer = await response.text();
    if (!response.ok) {
      throw new Error(`${response.status}: ${answer}`);
    }
    return JSON.parse(answer);
  }
}
