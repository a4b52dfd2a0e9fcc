import { expect, type APIRequestContext } from '@playwright/test';
import { headersOf } from './people';

const MINUTE = 60_000;

/** Tells of a deployment that ended five minutes ago, as a pipeline does. */
export async function deploy(
  request: APIRequestContext,
  entity: string,
  version: string,
): Promise<void> {
  const title = `${entity} ${version}`;
  const answer = await request.post('/api/incidents/changes', {
    headers: await headersOf(request, 'guest'),
    data: {
      kind: 'deployment',
      entityRef: `component:default/${entity}`,
      title,
      version,
      source: 'pipeline',
      sourceId: title,
      finishedAt: new Date(Date.now() - 5 * MINUTE).toISOString(),
    },
  });
  expect(await answer.json()).toMatchObject({
    outcomes: [{ isNew: true, entityKnown: true }],
  });
}
