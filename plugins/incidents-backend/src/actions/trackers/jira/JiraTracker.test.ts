import { registerMswTestHooks } from '@backstage/backend-test-utils';
import type { TicketDraft } from '@linchpin/backstage-plugin-incidents-node';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { JiraTracker } from './JiraTracker';

const SITE = 'https://acme.atlassian.net';
const API = `${SITE}/rest/api/3`;

const draft: TicketDraft = {
  number: 'ACT-12',
  title: 'Alert on queue length before it overflows',
  description: 'At 80 %.\nNot later.\n\nAsk Mei.',
  url: 'https://portal.example.com/incidents/actions/ACT-12',
  marker: 'linchpin action 7d4c',
  annotations: {},
};

const text = (words: string) => ({ type: 'text', text: words });

/** As developer.atlassian.com/cloud/jira/platform/rest/v3 shows them. */
const statusIs = (key: 'new' | 'indeterminate' | 'done') => ({
  key: 'PAY-7',
  fields: { status: { name: 'Whatever', statusCategory: { key } } },
});
const step = (id: string, name: string, key: string) => ({
  id,
  name,
  to: { name, statusCategory: { key } },
});

describe('JiraTracker', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const settings = {
    baseUrl: `${SITE}/`,
    email: 'bot@acme.example',
    apiToken: 'secret',
    issueType: 'Task',
  };
  const tracker = new JiraTracker({ ...settings, project: 'PAY' });

  it('makes an issue that leads back and can be found again', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post(`${API}/issue`, async ({ request }) => {
        sent.push(request.headers.get('authorization'), await request.json());
        return HttpResponse.json(
          { id: '10007', key: 'PAY-7', self: `${API}/issue/10007` },
          { status: 201 },
        );
      }),
    );

    expect(await tracker.create(draft)).toEqual({
      key: 'PAY-7',
      url: `${SITE}/browse/PAY-7`,
    });
    expect(sent).toEqual([
      `Basic ${Buffer.from('bot@acme.example:secret').toString('base64')}`,
      {
        fields: {
          project: { key: 'PAY' },
          issuetype: { name: 'Task' },
          summary: draft.title,
          labels: ['linchpin-action-7d4c'],
          description: {
            type: 'doc',
            version: 1,
            content: [
              {
                type: 'paragraph',
                content: [
                  text('At 80 %.'),
                  { type: 'hardBreak' },
                  text('Not later.'),
                ],
              },
              { type: 'paragraph', content: [text('Ask Mei.')] },
              {
                type: 'paragraph',
                content: [
                  {
                    ...text('ACT-12'),
                    marks: [{ type: 'link', attrs: { href: draft.url } }],
                  },
                ],
              },
            ],
          },
        },
      },
    ]);
  });

  it('makes it in the project of the entity, where that names one', async () => {
    const projects: unknown[] = [];
    server.use(
      http.post(`${API}/issue`, async ({ request }) => {
        const { fields } = (await request.json()) as {
          fields: { project: unknown };
        };
        projects.push(fields.project);
        return HttpResponse.json({ key: 'WAL-3' }, { status: 201 });
      }),
    );
    const annotations = { 'jira/project-key': 'WAL' };
    await tracker.create({ ...draft, annotations });
    expect(projects).toEqual([{ key: 'WAL' }]);
  });

  it('says what is missing where nothing names a project', async () => {
    const homeless = new JiraTracker(settings);
    await expect(homeless.create(draft)).rejects.toThrow(
      /No project: annotate the entity with jira\/project-key/,
    );
    const annotations = { 'jira/project-key': 'PAY" OR project = "HR' };
    await expect(tracker.find({ ...draft, annotations })).rejects.toThrow(
      /is no key of a project/,
    );
  });

  it('finds the issue that was made', async () => {
    const found = [{ key: 'PAY-7' }];
    server.use(
      http.get(`${API}/search/jql`, ({ request }) => {
        const jql = new URL(request.url).searchParams.get('jql');
        return HttpResponse.json({
          issues:
            jql === 'project = "PAY" AND labels = "linchpin-action-7d4c"'
              ? found
              : [],
          isLast: true,
        });
      }),
    );
    expect(await tracker.find(draft)).toMatchObject({ key: 'PAY-7' });
    expect(
      await tracker.find({ ...draft, marker: 'linchpin action 9e9e' }),
    ).toBeUndefined();
  });

  it('reads how an issue stands by the category of its status, and that it is there no more', async () => {
    server.use(
      http.get(`${API}/issue/PAY-7`, () => HttpResponse.json(statusIs('done'))),
      http.get(`${API}/issue/PAY-8`, () =>
        HttpResponse.json(statusIs('indeterminate')),
      ),
      http.get(`${API}/issue/PAY-9`, () =>
        HttpResponse.json(
          { errorMessages: ['Issue does not exist'], errors: {} },
          { status: 404 },
        ),
      ),
    );
    expect(await tracker.read('PAY-7')).toBe('closed');
    expect(await tracker.read('PAY-8')).toBe('open');
    expect(await tracker.read('PAY-9')).toBeUndefined();
  });

  it('takes the step of the workflow that leads there, and none where it stands so already', async () => {
    const taken: unknown[] = [];
    let status: Parameters<typeof statusIs>[0] = 'new';
    server.use(
      http.get(`${API}/issue/PAY-7`, () => HttpResponse.json(statusIs(status))),
      http.get(`${API}/issue/PAY-7/transitions`, () =>
        HttpResponse.json({
          transitions: [
            step('11', 'Backlog', 'new'),
            step('21', 'In Arbeit', 'indeterminate'),
            step('31', 'Fertig', 'done'),
          ],
        }),
      ),
      http.post(`${API}/issue/PAY-7/transitions`, async ({ request }) => {
        taken.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
    );

    await tracker.setState('PAY-7', 'open');
    await tracker.setState('PAY-7', 'done');
    status = 'done';
    await tracker.setState('PAY-7', 'wont-do');
    await tracker.setState('PAY-7', 'open');
    expect(taken).toEqual([
      { transition: { id: '31' } },
      { transition: { id: '21' } },
    ]);
  });

  it('says that a workflow has no such step', async () => {
    server.use(
      http.get(`${API}/issue/PAY-7`, () => HttpResponse.json(statusIs('new'))),
      http.get(`${API}/issue/PAY-7/transitions`, () =>
        HttpResponse.json({ transitions: [step('11', 'Backlog', 'new')] }),
      ),
    );
    await expect(tracker.setState('PAY-7', 'done')).rejects.toThrow(
      'The workflow of PAY-7 leads to no status that is closed, only to Backlog',
    );
  });

  it.each([
    [`${SITE}/browse/PAY-7`, 'PAY-7'],
    [`${SITE}/browse/pay-7?focusedId=1`, 'PAY-7'],
    [`${SITE}/projects/PAY`, undefined],
    ['https://other.atlassian.net/browse/PAY-7', undefined],
  ])('knows whether %s is one of its issues', (url, key) => {
    expect(tracker.ticketAt(url)?.key).toBe(key);
  });

  it.each([
    [
      400,
      {
        errorMessages: [],
        errors: { issuetype: 'Specify a valid issue type' },
      },
      'Jira answered 400: issuetype: Specify a valid issue type',
    ],
    [401, 'Client must be authenticated', 'Jira answered 401'],
    [
      403,
      { errorMessages: ['You do not have permission'], errors: {} },
      'Jira answered 403: You do not have permission',
    ],
    [
      404,
      { errorMessages: ['No project could be found'], errors: {} },
      'Jira answered 404: No project could be found',
    ],
    [
      422,
      { errorMessages: ['Configuration problem'], errors: {} },
      'Jira answered 422: Configuration problem',
    ],
  ])('says what is wrong after %i', async (status, body, message) => {
    server.use(
      http.post(`${API}/issue`, () =>
        typeof body === 'string'
          ? HttpResponse.text(body, { status })
          : HttpResponse.json(body, { status }),
      ),
    );
    await expect(tracker.create(draft)).rejects.toMatchObject({
      name: 'Error',
      message,
    });
  });

  it.each([
    ['seconds', { 'retry-after': '120' }, 120_000],
    [
      'a date',
      {
        date: 'Thu, 26 Nov 2026 10:00:00 GMT',
        'retry-after': 'Thu, 26 Nov 2026 10:00:45 GMT',
      },
      45_000,
    ],
  ])('comes again when it is told to by %s', async (_, headers, waitMs) => {
    server.use(
      http.post(`${API}/issue`, () =>
        HttpResponse.json({}, { status: 429, headers }),
      ),
    );
    await expect(tracker.create(draft)).rejects.toMatchObject({
      name: 'TrackerBusyError',
      waitMs,
    });
  });

  it('says that what it was answered is not what the API says', async () => {
    server.use(
      http.post(`${API}/issue`, () =>
        HttpResponse.text('<html>Sign in</html>'),
      ),
    );
    await expect(tracker.create(draft)).rejects.toThrow(
      'Jira answered in a way that is not known: Required',
    );
  });

  it('says that the network is down, and nothing of the token', async () => {
    server.use(http.post(`${API}/issue`, () => HttpResponse.error()));
    const problem: Error = await tracker.create(draft).then(
      () => new Error('was made'),
      error => error,
    );
    expect(problem.message).toMatch(/^Jira cannot be reached: /);
    expect(problem.message).not.toContain('secret');
  });
});
