import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { percentileOf } from '../percentile';

/** Node runs the file, which imports nothing of ours, as it is: compiling takes longer than a short load. */
const WITH_TYPES = [
  '--experimental-strip-types',
  '--disable-warning=ExperimentalWarning',
  '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
];

/** Requests to one server, as many at once as there are connections. */
export interface Load {
  url: string;
  method?: 'GET' | 'POST';
  /** Asked for in turn. */
  paths: readonly string[];
  headers: Record<string, string>;
  /** Sent in turn. `%n%` in one stands for the number of the request, so that no two are the same. */
  bodies?: readonly string[];
  connections: number;
  /** How many requests a second; as many as the connections bear unless told. */
  perSecond?: number;
  seconds: number;
}

/** What the process that asks tells of it. */
export interface Sent {
  requests: number;
  /** Answers that were none of 2xx and what came in place of one, and how often each did. */
  failures: Record<string, number>;
  /** For how long was counted. */
  seconds: number;
  /** Of each answer that was counted, in milliseconds. */
  latencies: number[];
}

/** How a load was borne. Latencies are in milliseconds, each one counted. */
export interface Borne {
  requests: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/**
 * Puts a load on a server from a process of its own, so that what asks does not
 * wait for what answers.
 *
 * @throws where a request fails: a figure over refusals says nothing
 */
export async function bear(load: Load): Promise<Borne> {
  const child = spawn(
    process.execPath,
    [...WITH_TYPES, resolve(__dirname, 'generator.ts')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  child.stdin.end(JSON.stringify(load));
  const [answer] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const { requests, failures, seconds, latencies }: Sent = JSON.parse(answer);
  const failed = Object.entries(failures);
  if (failed.length > 0) {
    const reasons = failed.map(([reason, times]) => `${times} × ${reason}`);
    throw new Error(
      `Of ${requests} requests to ${load.paths[0]} failed ${reasons.join(', ')}`,
    );
  }
  const percentile = (share: number) => percentileOf(latencies, share);
  return {
    requests,
    perSecond: latencies.length / seconds,
    p50: percentile(0.5),
    p95: percentile(0.95),
    p99: percentile(0.99),
    max: percentile(1),
  };
}
