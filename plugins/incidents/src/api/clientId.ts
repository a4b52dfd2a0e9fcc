/**
 * A name for one intent of the user. `crypto.randomUUID` would be missing where
 * the portal is served over plain HTTP.
 */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
