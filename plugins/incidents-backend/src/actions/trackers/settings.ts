import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import type { ActionTracker } from '@linchpin/backstage-plugin-incidents-node';
import { GithubTracker } from './github/GithubTracker';
import { JiraTracker } from './jira/JiraTracker';

const GITHUB = 'incidents.trackers.github';
const JIRA = 'incidents.trackers.jira';

/**
 * The trackers that are set up; `incidents.trackers` of the config.
 *
 * @throws InputError naming the key
 */
export function readTrackers(config: Config): ActionTracker[] {
  return [
    ...(config.has(GITHUB) ? [githubOf(config)] : []),
    ...(config.has(JIRA) ? [jiraOf(config)] : []),
  ];
}

/** With the token that is set for it, else as the portal is known to GitHub anyway. */
function githubOf(config: Config): GithubTracker {
  const settings = config.getOptionalConfig(GITHUB);
  const host = settings?.getOptionalString('host') ?? 'github.com';
  const repository = settings?.getOptionalString('repository');
  const token = settings?.getOptionalString('token');
  const integrations = ScmIntegrations.fromConfig(config);
  const integration = integrations.github.byHost(host);
  if (!integration) {
    throw new InputError(
      `${GITHUB}.host: '${host}' is not among integrations.github`,
    );
  }
  const provider =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  return new GithubTracker({
    host,
    apiBaseUrl: integration.config.apiBaseUrl ?? `https://${host}/api/v3`,
    ...(repository && { repository }),
    headers: async slug => {
      if (token) {
        return { Authorization: `Bearer ${token}` };
      }
      const { headers = {} } = await provider.getCredentials({
        url: `https://${host}/${slug}`,
      });
      return headers;
    },
  });
}

function jiraOf(config: Config): JiraTracker {
  const settings = config.getConfig(JIRA);
  const project = settings.getOptionalString('project');
  return new JiraTracker({
    baseUrl: settings.getString('baseUrl'),
    email: settings.getString('email'),
    apiToken: settings.getString('apiToken'),
    ...(project && { project }),
    issueType: settings.getOptionalString('issueType') ?? 'Task',
  });
}
