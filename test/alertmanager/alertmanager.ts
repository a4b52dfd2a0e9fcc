import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../backends/freePort';

const PROGRAM =
  process.env.LINCHPIN_ALERTMANAGER ?? '/usr/bin/prometheus-alertmanager';

/** How long it may take until it is ready, on a busy machine. */
const PATIENCE_MS = 30_000;

/** An alert as a Prometheus server pushes it. Without an end it fires. */
export type PushedAlert = {
  labels: Record<string, string>;
  annotations?: Record<string, string>;
  startsAt?: string;
  endsAt?: string;
};

/** Where Alertmanager sends its messages to, and by which bearer token or password it is known there. */
export type Receiver = { url: string; token?: string; password?: string };

/** The Alertmanager of this machine, running on a free port with one webhook receiver. */
export class Alertmanager {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly url: string;

  static isInstalled(): boolean {
    return existsSync(PROGRAM);
  }

  static async start(receiver: Receiver): Promise<Alertmanager> {
    const folder = await mkdtemp(join(tmpdir(), 'linchpin-alertmanager-'));
    const config = join(folder, 'alertmanager.json');
    await writeFile(config, JSON.stringify(configurationFor(receiver)));

    const address = `127.0.0.1:${await freePort()}`;
    const process = spawn(
      PROGRAM,
      [
        `--config.file=${config}`,
        `--storage.path=${join(folder, 'data')}`,
        `--web.listen-address=${address}`,
        '--cluster.listen-address=',
      ],
      { stdio: 'ignore' },
    );
    const alertmanager = new Alertmanager(process, folder, `http://${address}`);
    await alertmanager.#untilReady();
    return alertmanager;
  }

  private constructor(process: ChildProcess, folder: string, url: string) {
    this.#process = process;
    this.#folder = folder;
    this.url = url;
  }

  /** Tells it about alerts as a Prometheus server does. */
  async push(alerts: PushedAlert[]): Promise<void> {
    const response = await fetch(`${this.url}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(alerts),
    });
    if (response.status !== 200) {
      throw new Error(`Alertmanager answers ${response.status}`);
    }
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await ended;
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #untilReady(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await this.#isReady())) {
      if (Date.now() > deadline) {
        throw new Error(`Alertmanager does not start: ${PROGRAM}`);
      }
      await pause(50);
    }
  }

  async #isReady(): Promise<boolean> {
    const response = await fetch(`${this.url}/-/ready`).catch(() => undefined);
    return response?.ok ?? false;
  }
}

/** Groups at once and often, so that a test need not wait for what an operator would. */
function configurationFor(receiver: Receiver) {
  return {
    route: {
      receiver: 'linchpin',
      group_by: ['alertname', 'service'],
      group_wait: '100ms',
      group_interval: '1s',
      repeat_interval: '4h',
    },
    receivers: [
      {
        name: 'linchpin',
        webhook_configs: [
          {
            url: receiver.url,
            send_resolved: true,
            http_config: httpConfigOf(receiver),
          },
        ],
      },
    ],
  };
}

function httpConfigOf({ token, password }: Receiver) {
  return {
    ...(token && { authorization: { type: 'Bearer', credentials: token } }),
    ...(password && { basic_auth: { username: 'alertmanager', password } }),
  };
}
