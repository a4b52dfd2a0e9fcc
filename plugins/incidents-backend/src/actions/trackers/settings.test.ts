import { ConfigReader } from '@backstage/config';
import { readTrackers } from './settings';

const read = (trackers: object, integrations: object = {}) =>
  readTrackers(new ConfigReader({ integrations, incidents: { trackers } }));

const jira = {
  baseUrl: 'https://acme.atlassian.net',
  email: 'bot@acme.example',
  apiToken: 'secret',
};

describe('incidents.trackers', () => {
  it('has no tracker that is not set up', () => {
    expect(readTrackers(new ConfigReader({}))).toEqual([]);
  });

  it('has those that are', () => {
    expect(
      read({ github: { repository: 'acme/payments' }, jira }).map(
        ({ id, title }) => [id, title],
      ),
    ).toEqual([
      ['github', 'GitHub'],
      ['jira', 'Jira'],
    ]);
  });

  it('knows the issues of the host that is set', () => {
    const [github] = read(
      { github: { host: 'git.acme.example' } },
      {
        github: [
          {
            host: 'git.acme.example',
            apiBaseUrl: 'https://git.acme.example/api/v3',
            token: 'x',
          },
        ],
      },
    );
    const at = (host: string) =>
      github.ticketAt(`https://${host}/acme/payments/issues/7`)?.key;
    expect(at('git.acme.example')).toBe('acme/payments#7');
    expect(at('github.com')).toBeUndefined();
  });

  it('names the key that is wrong', () => {
    expect(() => read({ github: { host: 'git.acme.example' } })).toThrow(
      "incidents.trackers.github.host: 'git.acme.example' is not among integrations.github",
    );
    expect(() => read({ jira: { ...jira, apiToken: undefined } })).toThrow(
      /incidents\.trackers\.jira\.apiToken/,
    );
  });
});
