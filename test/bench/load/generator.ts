import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Load, Sent } from './load';

/** Before anything is counted: connections are opened, code is compiled, caches are filled. */
const WARM_UP = 0.2;

/** Sends one request; why it failed, if it did. */
function send(
  load: Load,
  agent: Agent,
  number: number,
): Promise<string | undefined> {
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
        response.once('error', error => resolve(String(error)));
        response.once('end', () => {
          const status = response.statusCode!;
          resolve(
            status >= 200 && status < 300 ? undefined : `answer ${status}`,
          );
        });
      },
    );
    sent.once('error', (error: NodeJS.ErrnoException) =>
      // The server closed an idle connection at the moment at which it was used again: nobody has read the request.
      resolve(
        sent.reusedSocket && error.code === 'ECONNRESET'
          ? send(load, agent, number)
          : String(error),
      ),
    );
    sent.end(body);
  });
}

async function run(load: Load): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const latencies: number[] = [];
  const failures: Record<string, number> = {};
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
      const failure = await send(load, agent, own);
      if (failure) {
        failures[failure] = (failures[failure] ?? 0) + 1;
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
