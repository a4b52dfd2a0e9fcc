import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { withoutKeys } from '@linchpin/backstage-plugin-incidents-common';
import { basicHeader } from './presentedKey';

/** Published by Node.js for each request, before any listener of the server sees it. */
const REQUEST_START = 'http.server.request.start';

/** `POST /intake/{source}/{key}` and `POST /changes/{key}`; `/intake/deliveries/{id}` is no key. */
const KEY_IN_PATH =
  /^\/+api\/+incidents\/+(?:intake\/+(?!deliveries(?:\/|$))([^/]+)|changes)\/+([^/].*)$/is;

/**
 * From now on a key in a URL is moved to where keys belong, the `Authorization`
 * header, before anything has read the request. The portal logs the URL of each
 * request when it is answered, also of those that never reach this plugin since it
 * starts up, shuts down, or sends less than a rate limit allows; tracing notes it
 * even earlier. So it is done where requests begin, for every server of this
 * process. It holds no state, and doing it twice is doing it once.
 */
export function keepKeysOutOfUrls(): void {
  unsubscribe(REQUEST_START, onRequest);
  subscribe(REQUEST_START, onRequest);
}

function onRequest(message: unknown): void {
  const { request } = message as { request: IncomingMessage };
  const { url, key } = splitUrl(request.url ?? '');
  request.url = url;
  if (key !== undefined) {
    request.headers.authorization = basicHeader(key);
  }
}

/**
 * A URL without keys, and what stands in the place of one. Whatever stands there is
 * taken for a key: one that is cut short or mistyped is as good as its rest. A key
 * that somebody put elsewhere is taken out too, though it opens nothing there.
 */
export function splitUrl(url: string): { url: string; key?: string } {
  const [path, ...query] = url.split('?');
  const [, source, key] = KEY_IN_PATH.exec(decoded(path)) ?? [];
  if (!key) {
    return { url: withoutKeys(url) };
  }
  const route =
    source === undefined ? 'changes' : `intake/${encodeURIComponent(source)}`;
  return {
    url: `/api/incidents/${withoutKeys([route, ...query].join('?'))}`,
    key: key.replace(/\/+$/, ''),
  };
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
