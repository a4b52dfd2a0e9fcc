import { registerMswTestHooks } from '@backstage/backend-test-utils';
import type { TicketDraft } from '@linchpin/backstage-plugin-incidents-node';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { GithubTracker } from './GithubTracker';

const API = 'https://api.github.com';
const ISSUES = `${API}/repos/acme/payments/issues`;

const draft: TicketDraft = {
  number: 'ACT-12',
  title: 'Alert on queue length before it overflows',
  description: 'At **80 %**.',
  url: 'https://portal.example.com/incidents/actions/ACT-12',
  marker: 'linchpin action 7d4c',
  annotations: {},
};

const BODY =
  'At **80 %**.\n\n[ACT-12](https://portal.example.com/incidents/actions/ACT-12)\n\n<!-- linchpin action 7d4c -->';

/** As docs.github.com/rest/issues shows it. */
function issue(number: number, rest: object = {}) {
  return {
    number,
    html_url: `https://github.com/acme/payments/issues/${number}`,
    state: 'open',
    body: null,
    ...rest,
  };
}

describe('GithubTracker', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const tracker = new GithubTracker({
    host: 'github.com',
    apiBaseUrl: API,
    repository: 'acme/payments',
    headers: async repository => ({
      Authorization: `Bearer for ${repository}`,
    }),
  });

  it('makes an issue that leads back and can be found again', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post(ISSUES, async ({ request }) => {
        sent.push(
          request.headers.get('authorization'),
          request.headers.get('x-github-api-version'),
          await request.json(),
        );
        return HttpResponse.json(issue(7), { status: 201 });
      }),
    );

    expect(await tracker.create(draft)).toEqual({
      key: 'acme/payments#7',
      url: 'https://github.com/acme/payments/issues/7',
    });
    expect(sent).toEqual([
      'Bearer for acme/payments',
      '2022-11-28',
      { title: draft.title, body: BODY },
    ]);
  });

  it('makes it in the repository of the entity, where that names one', async () => {
    server.use(
      http.post(`${API}/repos/acme/wallet/issues`, () =>
        HttpResponse.json(issue(3), { status: 201 }),
      ),
    );
    const annotations = { 'github.com/project-slug': 'acme/wallet' };
    expect((await tracker.create({ ...draft, annotations })).key).toBe(
      'acme/wallet#3',
    );
  });

  it('says what is missing where nothing names a repository', async () => {
    const homeless = new GithubTracker({
      host: 'github.com',
      apiBaseUrl: API,
      headers: async () => ({}),
    });
    await expect(homeless.create(draft)).rejects.toThrow(
      /No repository: annotate the entity with github.com\/project-slug/,
    );
    const annotations = { 'github.com/project-slug': '../../user' };
    await expect(tracker.create({ ...draft, annotations })).rejects.toThrow(
      /is no repository/,
    );
  });

  it('finds the issue that was made, on whatever page it is, and no pull request', async () => {
    const asked: string[] = [];
    server.use(
      http.get(ISSUES, ({ request }) => {
        const query = new URL(request.url).searchParams;
        asked.push(`${query.get('page')} ${query.get('since')}`);
        return HttpResponse.json(
          query.get('page') === '1'
            ? Array.from({ length: 100 }, (_, n) =>
                issue(200 - n, {
                  body: BODY,
                  pull_request: { url: 'https://api.github.com' },
                }),
              )
            : [issue(7, { body: BODY, state: 'closed' })],
        );
      }),
    );

    expect(await tracker.find(draft, '2026-11-26T10:00:00.000Z')).toMatchObject(
      { key: 'acme/payments#7' },
    );
    expect(asked).toEqual([
      '1 2026-11-26T09:50:00.000Z',
      '2 2026-11-26T09:50:00.000Z',
    ]);
    expect(
      await tracker.find(
        { ...draft, marker: 'linchpin action 9e9e' },
        '2026-11-26T10:00:00.000Z',
      ),
    ).toBeUndefined();
  });

  it('reads how an issue stands, and that it is there no more', async () => {
    server.use(
      http.get(`${ISSUES}/7`, () =>
        HttpResponse.json(issue(7, { state: 'closed' })),
      ),
      http.get(`${ISSUES}/8`, () =>
        HttpResponse.json({ message: 'Not Found' }, { status: 404 }),
      ),
      http.get(`${ISSUES}/9`, () =>
        HttpResponse.json(
          { message: 'This issue was deleted' },
          { status: 410 },
        ),
      ),
    );
    expect(await tracker.read('acme/payments#7')).toBe('closed');
    expect(await tracker.read('acme/payments#8')).toBeUndefined();
    expect(await tracker.read('acme/payments#9')).toBeUndefined();
  });

  it('closes with the reason, and opens again', async () => {
    const sent: unknown[] = [];
    server.use(
      http.patch(`${ISSUES}/7`, async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(issue(7));
      }),
    );
    await tracker.setState('acme/payments#7', 'done');
    await tracker.setState('acme/payments#7', 'wont-do');
    await tracker.setState('acme/payments#7', 'open');
    expect(sent).toEqual([
      { state: 'closed', state_reason: 'completed' },
      { state: 'closed', state_reason: 'not_planned' },
      { state: 'open' },
    ]);
  });

  it.each([
    ['https://github.com/acme/payments/issues/7', 'acme/payments#7'],
    ['https://github.com/acme/payments/issues/7/', 'acme/payments#7'],
    ['https://github.com/acme/payments/pull/7', undefined],
    ['https://github.example.com/acme/payments/issues/7', undefined],
  ])('knows whether %s is one of its issues', (url, key) => {
    expect(tracker.ticketAt(url)?.key).toBe(key);
  });

  it.each([
    [
      401,
      { message: 'Bad credentials' },
      'GitHub answered 401: Bad credentials',
    ],
    [
      403,
      { message: 'Resource not accessible by personal access token' },
      'GitHub answered 403: Resource not accessible by personal access token',
    ],
    [404, { message: 'Not Found' }, 'GitHub answered 404: Not Found'],
    [
      422,
      {
        message: 'Validation Failed',
        errors: [{ resource: 'Issue', field: 'title', code: 'missing_field' }],
      },
      'GitHub answered 422: Validation Failed; title missing_field',
    ],
  ])('says what is wrong after %i', async (status, body, message) => {
    server.use(http.post(ISSUES, () => HttpResponse.json(body, { status })));
    await expect(tracker.create(draft)).rejects.toMatchObject({
      name: 'Error',
      message,
    });
  });

  it.each([
    ['429 with seconds', 429, { 'retry-after': '30' }, 30_000],
    ['a secondary limit', 403, { 'retry-after': '90' }, 90_000],
    [
      'a spent limit',
      403,
      {
        date: 'Thu, 26 Nov 2026 10:00:00 GMT',
        'x-ratelimit-remaining': '0',
        // 10:02:00
        'x-ratelimit-reset': '1795687320',
      },
      120_000,
    ],
    ['429 without a word', 429, {}, 60_000],
  ])(
    'comes again when it is told to after %s',
    async (_, status, headers, waitMs) => {
      server.use(
        http.post(ISSUES, () =>
          HttpResponse.json({ message: 'Slow down' }, { status, headers }),
        ),
      );
      await expect(tracker.create(draft)).rejects.toMatchObject({
        name: 'TrackerBusyError',
        waitMs,
      });
    },
  );

  it('says that the network is down', async () => {
    server.use(http.post(ISSUES, () => HttpResponse.error()));
    await expect(tracker.create(draft)).rejects.toThrow(
      /^GitHub cannot be reached: /,
    );
  });
});
