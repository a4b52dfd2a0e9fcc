const ANSWER_WITHIN_MS = 60_000;

/** Somebody who asks a backend, known by a token. */
export class Caller {
  readonly #url: string;
  readonly #token: string;

  /** Signs in as a user of the catalog. */
  static async signIn(url: string, name: string): Promise<Caller> {
    const response = await fetch(`${url}/api/auth/persona/refresh`, {
      headers: { 'X-Requested-With': 'XMLHttpRequest', 'x-persona': name },
    });
    const { backstageIdentity } = await demandOk(response).json();
    return new Caller(url, backstageIdentity.token);
  }

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** @throws where the answer is none of 2xx */
  async get<T>(path: string): Promise<T> {
    return demandOk(await this.#send(path)).json();
  }

  /**
   * Whatever the answer is. Rejects where there is none.
   *
   * @param within - how long it may take, in milliseconds
   */
  async post(
    path: string,
    body: unknown,
    { within = ANSWER_WITHIN_MS } = {},
  ): Promise<Response> {
    return this.#send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(within),
    });
  }

  /** What lets its bearer in. */
  get headers(): Record<string, string> {
    return { Authorization: `Bearer ${this.#token}` };
  }

  #send(path: string, request: RequestInit = {}): Promise<Response> {
    return fetch(`${this.#url}/api${path}`, {
      ...request,
      headers: { ...request.headers, ...this.headers },
    });
  }
}

function demandOk(response: Response): Response {
  if (!response.ok) {
    throw new Error(`${response.url} answers ${response.status}`);
  }
  return response;
}
