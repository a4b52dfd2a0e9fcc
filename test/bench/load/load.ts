import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

/** Node runs the file as it is: compiling it would take longer than a short load. */
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

/** How a load was borne. Latencies are in milliseconds, each one counted. */
export interface Borne {
  requests: number;
  /** Answers that were none of 2xx, and requests without an answer. */
  failures: number;
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
  const borne: Borne = JSON.parse(answer);
  if (borne.failures > 0) {
    throw new Error(
      `${borne.failures} of ${borne.requests} requests to ${load.paths[0]} failed`,
    );
  }
  return borne;
}
