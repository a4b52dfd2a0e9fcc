import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Load, Sent } from './load';

/** Before anything is counted: connections are opened, code is compiled, caches are filled. */
const WARM_UP = 0.2;

/** Sends one request; whether it was answered well. */
function send(load: Load, agent: Agent, number: number): Promise<boolean> {
  const { url, method = 'GET', paths, headers, bodies = [] } = load;
  const body = bodies[number % bodies.length]?.replaceAll(
    '%n%',
    String(number),
  );
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

async function run(load: Load): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const latencies: number[] = [];
  let failures = 0;
  let requests = 0;
  let number = 0;
  const began = performance.now();
  const counted = began + load.seconds * WARM_UP * 1_000;
  const end = counted + load.seconds * 1_000;

  const connection = async () => {
    for (;;) {
      const own = number++;
      if (load.perSecond) {
        const turn = began + (own / load.perSecond) * 1_000;
        await pause(Math.max(0, turn - performance.now()));
      }
      const sentAt = performance.now();
      if (sentAt >= end) {
        return;
      }
      requests += 1;
      const isWell = await send(load, agent, own);
      if (!isWell) {
        failures += 1;
      }
      const answeredAt = performance.now();
      if (answeredAt >= counted) {
        latencies.push(answeredAt - sentAt);
      }
    }
  };
  await Promise.all(Array.from({ length: load.connections }, connection));
  agent.destroy();

  const seconds = (performance.now() - counted) / 1_000;
  return { requests, failures, seconds, latencies };
}

text(process.stdin)
  .then(load => run(JSON.parse(load)))
  .then(sent => process.stdout.write(JSON.stringify(sent)));
