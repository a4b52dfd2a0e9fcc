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
  return borneBy([await put(load)]);
}

/**
 * Puts loads on a server in turn, each for a part of its time in each round: what is
 * compared has the same share of the moments in which the machine is slow.
 */
export async function bearInTurn(
  loads: readonly Load[],
  rounds: number,
): Promise<Borne[]> {
  const sent = loads.map((): Sent[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, load] of loads.entries()) {
      const part = { ...load, seconds: load.seconds / rounds };
      sent[index].push(await put(part));
    }
  }
  return sent.map(borneBy);
}

async function put(load: Load): Promise<Sent> {
  const child = spawn(
    process.execPath,
    [...WITH_TYPES, resolve(__dirname, 'generator.ts')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  child.stdin.end(JSON.stringify(load));
  const [answer] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const sent: Sent = JSON.parse(answer);
  const failed = Object.entries(sent.failures);
  if (failed.length > 0) {
    const reasons = failed.map(([reason, times]) => `${times} × ${reason}`);
    throw new Error(
      `Of ${sent.requests} requests to ${load.paths[0]} failed ${reasons.join(', ')}`,
    );
  }
  return sent;
}

function borneBy(parts: readonly Sent[]): Borne {
  const sumOf = (count: (part: Sent) => number) =>
    parts.reduce((sum, part) => sum + count(part), 0);
  const latencies = parts.flatMap(part => part.latencies);
  const percentile = (share: number) => percentileOf(latencies, share);
  return {
    requests: sumOf(({ requests }) => requests),
    perSecond: latencies.length / sumOf(({ seconds }) => seconds),
    p50: percentile(0.5),
    p95: percentile(0.95),
    p99: percentile(0.99),
    max: percentile(1),
  };
}
