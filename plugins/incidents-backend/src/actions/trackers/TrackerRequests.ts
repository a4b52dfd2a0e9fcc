import { TrackerBusyError } from '@linchpin/backstage-plugin-incidents-node';
import type { z } from 'zod/v3';

/** Less than the relay gives an attempt, so that it is said what took so long. */
const LIMIT_MS = 20_000;
/** For a tracker that says that it is asked too often, and not for how long. */
const PAUSE_MS = 60_000;
/** What a message on screen may hold of an answer. */
const DETAIL_MAX = 300;

/** How a tracker is asked. */
export interface Asked {
  method?: 'GET' | 'POST' | 'PATCH';
  query?: Record<string, string>;
  body?: object;
}

/**
 * Requests to the API of a tracker, in JSON. What goes wrong is said in words that
 * help who has to mend it: what was answered, by whom, and nothing of the credentials.
 */
export class TrackerRequests {
  readonly #tracker: string;
  readonly #baseUrl: string;
  readonly #headers: (path: string) => Promise<Record<string, string>>;

  constructor(options: {
    /** As people call it. */
    tracker: string;
    baseUrl: string;
    /** What is to be sent with a request to a path. */
    headers: (path: string) => Promise<Record<string, string>>;
  }) {
    this.#tracker = options.tracker;
    this.#baseUrl = options.baseUrl.replace(/\/+$/, '');
    this.#headers = options.headers;
  }

  /**
   * The answer to a request, in a shape.
   *
   * @throws TrackerBusyError where it is to be asked later; Error for all else that is no success
   */
  async ask<Shape extends z.ZodTypeAny>(
    shape: Shape,
    path: string,
    asked: Asked = {},
  ): Promise<z.output<Shape>> {
    return this.#read(shape, await this.#fetch(path, asked));
  }

  /** The same; undefined where there is no such thing. */
  async find<Shape extends z.ZodTypeAny>(
    shape: Shape,
    path: string,
    asked: Asked = {},
  ): Promise<z.output<Shape> | undefined> {
    const response = await this.#fetch(path, asked);
    return response.status === 404 || response.status === 410
      ? undefined
      : this.#read(shape, response);
  }

  /** Has something done whose answer says nothing. */
  async tell(path: string, asked: Asked): Promise<void> {
    const response = await this.#fetch(path, asked);
    if (!response.ok) {
      throw await this.#problem(response);
    }
  }

  async #read<Shape extends z.ZodTypeAny>(
    shape: Shape,
    response: Response,
  ): Promise<z.output<Shape>> {
    if (!response.ok) {
      throw await this.#problem(response);
    }
    const answer = shape.safeParse(parsed(await response.text()));
    if (answer.success) {
      return answer.data;
    }
    const [{ path, message }] = answer.error.issues;
    throw new Error(
      `${this.#tracker} answered in a way that is not known: ${[...path, message].join(' ')}`,
    );
  }

  async #fetch(
    path: string,
    { method = 'GET', query, body }: Asked,
  ): Promise<Response> {
    const headers = await this.#headers(path);
    const search = query ? `?${new URLSearchParams(query)}` : '';
    try {
      return await fetch(`${this.#baseUrl}${path}${search}`, {
        method,
        headers: {
          ...headers,
          ...(body && { 'Content-Type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(LIMIT_MS),
      });
    } catch (error) {
      throw new Error(`${this.#tracker} cannot be reached: ${reasonOf(error)}`);
    }
  }

  async #problem(response: Response): Promise<Error> {
    const { status } = response;
    const detail = detailOf(await response.text()).slice(0, DETAIL_MAX);
    const message = `${this.#tracker} answered ${status}${detail && `: ${detail}`}`;
    const waitMs = waitOf(response);
    return waitMs === undefined
      ? new Error(message)
      : new TrackerBusyError(message, waitMs);
  }
}

/**
 * How long to wait, where the answer is that it is asked too often: 429, by GitHub
 * also 403 with `x-ratelimit-remaining: 0`, and any with `Retry-After` (RFC 9110,
 * 10.2.3: seconds or a date). Undefined for what waiting does not mend.
 */
function waitOf({ status, headers }: Response): number | undefined {
  const retryAfter = headers.get('retry-after');
  if (retryAfter !== null) {
    const seconds = Number(retryAfter);
    const ms = Number.isNaN(seconds)
      ? untilInstant(Date.parse(retryAfter), headers)
      : seconds * 1_000;
    return Number.isFinite(ms) ? Math.max(0, ms) : PAUSE_MS;
  }
  const isSpent = headers.get('x-ratelimit-remaining') === '0';
  if (status === 429 || (status === 403 && isSpent)) {
    const reset = Number(headers.get('x-ratelimit-reset') ?? NaN);
    const ms = untilInstant(reset * 1_000, headers);
    return isSpent && Number.isFinite(ms) ? Math.max(0, ms) : PAUSE_MS;
  }
  return undefined;
}

/** By the clock of whoever answered, so that it does not matter how ours goes. */
function untilInstant(instant: number, headers: Headers): number {
  return instant - Date.parse(headers.get('date') ?? '');
}

/** What GitHub (`message`, `errors`) and Jira (`errorMessages`, `errors`) say of a problem. */
function detailOf(body: string): string {
  const answer = parsed(body);
  if (typeof answer !== 'object' || answer === null) {
    return '';
  }
  const { message, errorMessages, errors } = answer as {
    message?: unknown;
    errorMessages?: unknown;
    errors?: unknown;
  };
  return [message, errorMessages, errors]
    .flatMap(wordsOf)
    .filter(Boolean)
    .join('; ');
}

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  if (Array.isArray(value)) {
    return value.flatMap(wordsOf);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const { message, field, code } = value as Record<string, unknown>;
  return typeof message === 'string' || typeof code === 'string'
    ? [[field, message ?? code].filter(Boolean).join(' ')]
    : Object.entries(value).map(([name, words]) => `${name}: ${words}`);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The platform says *fetch failed* and hides why in the cause. */
function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') {
    return `no answer within ${LIMIT_MS / 1_000} s`;
  }
  const { code } = (cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : message;
}
