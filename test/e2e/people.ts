import type { APIRequestContext } from '@playwright/test';

/** What the browser of a person of the sample organisation sends along with each request. */
export async function headersOf(
  request: APIRequestContext,
  persona: string,
): Promise<{ Authorization: string }> {
  const response = await request.get('/api/auth/persona/refresh', {
    headers: { 'X-Requested-With': 'XMLHttpRequest', 'x-persona': persona },
  });
  const { backstageIdentity } = await response.json();
  return { Authorization: `Bearer ${backstageIdentity.token}` };
}
