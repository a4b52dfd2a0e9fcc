import { expect, type APIRequestContext } from '@playwright/test';
import type {
  DeclareRequest,
  IncidentDetail,
  UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { headersOf } from './people';

const INCIDENTS = '/api/incidents/incidents';

/** Reports a problem as a person of the sample organisation. */
export async function declare(
  request: APIRequestContext,
  persona: string,
  data: DeclareRequest,
): Promise<IncidentDetail> {
  const headers = await headersOf(request, persona);
  const answer = await request.post(INCIDENTS, { headers, data });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}

/** Sends commands, one after the other, as a person of the sample organisation. */
export async function work(
  request: APIRequestContext,
  persona: string,
  number: string,
  ...commands: UserCommand[]
): Promise<void> {
  const headers = await headersOf(request, persona);
  for (const command of commands) {
    const answer = await request.post(`${INCIDENTS}/${number}/commands`, {
      headers,
      data: { command },
    });
    expect(answer.status(), await answer.text()).toBe(200);
  }
}

/** An incident as a person of the sample organisation sees it. */
export async function look(
  request: APIRequestContext,
  persona: string,
  number: string,
): Promise<IncidentDetail> {
  const headers = await headersOf(request, persona);
  return (await request.get(`${INCIDENTS}/${number}`, { headers })).json();
}
