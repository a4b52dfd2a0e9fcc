import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Borne, Load } from './load';

/** Before anything is counted: connections are opened, code is compiled, caches are filled. */
const WARM_UP = 0.2;

/** Sends one request; whether it was answered well. */
function send(load: Load, agent: Agent, number: number): Promise<boolean> {
  const { url, method = 'GET', paths, headers } = load;
  const body = load.body?.replaceAll('%n%', String(number));
  return new Promise(resolve => {
    const sent = request(
      `${url}${paths[number % paths.length]}`,
      { method, headers, agent },
      response => {
        response.resume();
        response.once('error', () => resolve(false));
        response.once('end', () =>
          resolve(Math.floor(response.statusCode! / 100) === 2),
        );
      },
    );
    sent.once('error', () => resolve(false));
    sent.end(body);
  });
}

async function run(load: Load): Promise<Borne> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const latencies: number[] = [];
  let failures = 0;
  let number = 0;
  const began = performance.now();
  const counted = began + load.seconds * WARM_UP * 1_000;
  const end = counted + load.seconds * 1_000;

  const connection = async () => {
    while (performance.now() < end) {
      const sentAt = performance.now();
      const isWell = await send(load, agent, number++);
      if (!isWell) {
        failures += 1;
      }
      if (sentAt >= counted) {
        latencies.push(performance.now() - sentAt);
      }
    }
  };
  await Promise.all(Array.from({ length: load.connections }, connection));
  agent.destroy();

  latencies.sort((a, b) => a - b);
  const percentile = (share: number) =>
    latencies[
      Math.min(latencies.length - 1, Math.floor(latencies.length * share))
    ];
  return {
    requests: number,
    failures,
    perSecond: latencies.length / ((performance.now() - counted) / 1_000),
    p50: percentile(0.5),
    p95: percentile(0.95),
    p99: percentile(0.99),
    max: percentile(1),
  };
}

text(process.stdin)
  .then(load => run(JSON.parse(load)))
  .then(borne => process.stdout.write(JSON.stringify(borne)));
