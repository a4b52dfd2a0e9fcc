import type { IncomingMessage } from 'node:http';
import { KEY_PREFIX } from '@linchpin/backstage-plugin-incidents-common';

const CREDENTIALS = /^(basic|bearer) +(\S+)$/i;

/**
 * Takes the key that a sender shows off the request, so that nothing that handles
 * the request afterwards can log or keep it: a bearer that begins like a key, or
 * the password of basic authentication with any user name (RFC 7617). Undefined
 * where there is neither, such as for a token of the portal.
 */
export function takeKey(req: IncomingMessage): string | undefined {
  const [, scheme, value] =
    CREDENTIALS.exec(req.headers.authorization?.trim() ?? '') ?? [];
  const key =
    scheme?.toLocaleLowerCase('en-US') === 'basic'
      ? passwordOf(value)
      : bearerKey(value);
  if (key !== undefined) {
    delete req.headers.authorization;
  }
  return key;
}

/** The header that shows a key as a password. */
export function basicHeader(key: string): string {
  return `Basic ${Buffer.from(`key:${key}`).toString('base64')}`;
}

function passwordOf(value: string): string {
  const credentials = Buffer.from(value, 'base64').toString();
  return credentials.slice(credentials.indexOf(':') + 1);
}

function bearerKey(value: string | undefined): string | undefined {
  return value?.startsWith(KEY_PREFIX) ? value : undefined;
}
