import { ResponseError } from '@backstage/errors';
import { MockFetchApi, registerMswTestHooks } from '@backstage/test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  InvalidField,
  isForbidden,
  OutdatedIncident,
  reasonOf,
} from './errors';
import { IncidentsClient } from './IncidentsClient';
import { createIncidentsQueryClient } from './queryClient';

const BASE = 'http://localhost:7007/api/incidents';

const server = setupServer();

function clientOf() {
  return new IncidentsClient({
    fetchApi: new MockFetchApi({
      resolvePluginProtocol: {
        discoveryApi: {
          getBaseUrl: async pluginId => `http://localhost:7007/api/${pluginId}`,
        },
      },
    }),
    queryClient: createIncidentsQueryClient(),
  });
}

function refusal(status: number, name: string, message: string, more = {}) {
  return HttpResponse.json(
    {
      error: { name, message, ...more },
      request: { method: 'POST', url: '/' },
      response: { statusCode: status },
    },
    { status },
  );
}

describe('IncidentsClient', () => {
  registerMswTestHooks(server);

  it('asks for a list with its filters, and leaves out what is not set', async () => {
    let asked = '';
    server.use(
      http.get(`${BASE}/incidents`, ({ request }) => {
        asked = new URL(request.url).search;
        return HttpResponse.json({ items: [], nextCursor: 'next' });
      }),
    );

    const page = await clientOf().incidents({
      status: ['triage', 'fixing'],
      q: '',
      live: 'true',
      owner: undefined,
    });

    expect(page).toEqual({ items: [], nextCursor: 'next' });
    expect(asked).toBe('?status=triage%2Cfixing&live=true');
  });

  it('spells an entity ref as a path', async () => {
    server.use(
      http.get(`${BASE}/entities/component/default/payments-api`, () =>
        HttpResponse.json({ entity: { title: 'payments-api' } }),
      ),
    );

    await expect(
      clientOf().entityCard('component:default/payments-api'),
    ).resolves.toEqual({ entity: { title: 'payments-api' } });
  });

  it('sends a command with its client id and the version that was seen', async () => {
    let body: unknown;
    server.use(
      http.post(`${BASE}/incidents/id-1/commands`, async ({ request }) => {
        body = await request.json();
        return HttpResponse.json({ incident: {}, changed: true });
      }),
    );

    await clientOf().send('id-1', {
      command: { type: 'acknowledge' },
      clientId: 'c-1',
      expectedVersion: 4,
    });

    expect(body).toEqual({
      command: { type: 'acknowledge' },
      clientId: 'c-1',
      expectedVersion: 4,
    });
  });

  it('names the field that was refused, without the wrapping of the request', async () => {
    server.use(
      http.post(`${BASE}/incidents/id-1/commands`, () =>
        refusal(
          400,
          'InputError',
          'command.resumeBy: It must resume in the future',
        ),
      ),
    );

    const error = await clientOf()
      .send('id-1', { command: { type: 'resume' } })
      .catch(e => e);

    expect(error).toBeInstanceOf(InvalidField);
    expect(error.field).toBe('resumeBy');
    expect(error.message).toBe('It must resume in the future');
  });

  it('keeps a refusal that names no field as it is', async () => {
    server.use(
      http.post(`${BASE}/incidents`, () =>
        refusal(400, 'InputError', 'Too many at once'),
      ),
    );

    const error = await clientOf()
      .declare({ title: 'x' })
      .catch(e => e);

    expect(error).toBeInstanceOf(ResponseError);
    expect(reasonOf(error)).toBe('Too many at once');
  });

  it('hands over the incident as it stands where somebody was faster', async () => {
    server.use(
      http.post(`${BASE}/incidents/id-1/commands`, () =>
        refusal(409, 'ConflictError', 'It has changed', {
          current: { number: 'INC-1', version: 7 },
        }),
      ),
    );

    const error = await clientOf()
      .send('id-1', { command: { type: 'resume' } })
      .catch(e => e);

    expect(error).toBeInstanceOf(OutdatedIncident);
    expect(error.current).toMatchObject({ number: 'INC-1', version: 7 });
  });

  it('knows what is forbidden', async () => {
    server.use(
      http.get(`${BASE}/setup`, () =>
        refusal(403, 'NotAllowedError', 'Not for you'),
      ),
    );

    const error = await clientOf()
      .setup()
      .catch(e => e);

    expect(isForbidden(error)).toBe(true);
  });

  it('unwraps what can be picked', async () => {
    server.use(
      http.get(`${BASE}/options/groups`, ({ request }) =>
        HttpResponse.json({
          items: [{ ref: new URL(request.url).searchParams.get('q') }],
        }),
      ),
    );

    await expect(clientOf().groupOptions('pay')).resolves.toEqual([
      { ref: 'pay' },
    ]);
  });
});
