import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What the gate does with one message. */
export type Passage = (forward: () => Promise<number>) => Promise<number>;

/** Stands between Alertmanager and the portal, and can come between them. */
export class Gate {
  /** The status of each answer that Alertmanager got. */
  readonly answers: number[] = [];
  readonly #server: Server;
  #next: Passage[] = [];

  static async open(target: string): Promise<Gate> {
    const gate = new Gate(target);
    gate.#server.listen(0, '127.0.0.1');
    await once(gate.#server, 'listening');
    return gate;
  }

  private constructor(target: string) {
    this.#server = createServer(async (request, response) => {
      const body = await buffer(request);
      const forward = async () => {
        const answer = await fetch(`${target}${request.url}`, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            Authorization: request.headers.authorization ?? '',
          },
          body,
        });
        await answer.text();
        return answer.status;
      };
      const passage = this.#next.shift() ?? (pass => pass());
      const status = await passage(forward).catch(() => 502);
      this.answers.push(status);
      response.writeHead(status).end();
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** What happens to the next messages, one after the other; those behind pass. */
  next(...passages: Passage[]): void {
    this.#next = passages;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
