import { InputError } from '@backstage/errors';
import type {
  ActionTracker,
  Ticket,
  TicketDraft,
  TicketState,
} from '@linchpin/backstage-plugin-incidents-node';
import { z } from 'zod/v3';
import { TrackerRequests } from '../TrackerRequests';

const ANNOTATION = 'github.com/project-slug';
const PAGE = 100;
/** Issues of a repository made or changed since the one that is looked for. */
const PAGES_MAX = 10;
/** Clocks differ. */
const MARGIN_MS = 10 * 60_000;

const issueSchema = z.object({
  number: z.number(),
  html_url: z.string(),
  state: z.enum(['open', 'closed']),
  body: z.string().nullish(),
  pull_request: z.unknown().optional(),
});

/** How GitHub is reached. */
export interface GithubSettings {
  /** Such as `github.com`. */
  host: string;
  apiBaseUrl: string;
  /** `organisation/repository` for what no annotation gives another. */
  repository?: string;
  /** The headers by which it knows us in a repository. */
  headers: (repository: string) => Promise<Record<string, string>>;
}

/**
 * Tickets as GitHub Issues, by the REST API in its version of 2022-11-28
 * (docs.github.com/rest/issues). Issues of the repository that the entity is
 * annotated with, else of the one that is set.
 */
export class GithubTracker implements ActionTracker {
  readonly id = 'github';
  readonly title = 'GitHub';
  readonly #settings: GithubSettings;
  readonly #requests: TrackerRequests;

  constructor(settings: GithubSettings) {
    this.#settings = settings;
    this.#requests = new TrackerRequests({
      tracker: this.title,
      baseUrl: settings.apiBaseUrl,
      headers: async path => ({
        Accept: 'application/vnd.github+json',
        'X-GitHub-Api-Version': '2022-11-28',
        ...(await settings.headers(path.split('/').slice(2, 4).join('/'))),
      }),
    });
  }

  ticketAt(url: string): Ticket | undefined {
    const { host, pathname } = new URL(url);
    const [, repository, number] =
      /^\/([\w.-]+\/[\w.-]+)\/issues\/(\d+)\/?$/.exec(pathname) ?? [];
    return host === this.#settings.host && repository
      ? this.#ticket(repository, Number(number))
      : undefined;
  }

  /** Listed, not searched for: what was made just now is in no search yet. */
  async find(draft: TicketDraft, since: string): Promise<Ticket | undefined> {
    const repository = this.#repositoryOf(draft);
    for (let page = 1; page <= PAGES_MAX; page++) {
      const issues = await this.#requests.ask(
        z.array(issueSchema),
        `/repos/${repository}/issues`,
        {
          query: {
            state: 'all',
            sort: 'created',
            direction: 'desc',
            since: new Date(Date.parse(since) - MARGIN_MS).toISOString(),
            per_page: String(PAGE),
            page: String(page),
          },
        },
      );
      const found = issues.find(
        ({ body, pull_request }) =>
          !pull_request && body?.includes(commentOf(draft)),
      );
      if (found) {
        return this.#ticket(repository, found.number);
      }
      if (issues.length < PAGE) {
        break;
      }
    }
    return undefined;
  }

  async create(draft: TicketDraft): Promise<Ticket> {
    const repository = this.#repositoryOf(draft);
    const issue = await this.#requests.ask(
      issueSchema,
      `/repos/${repository}/issues`,
      {
        method: 'POST',
        body: {
          title: draft.title,
          body: [
            draft.description,
            `[${draft.number}](${draft.url})`,
            commentOf(draft),
          ]
            .filter(Boolean)
            .join('\n\n'),
        },
      },
    );
    return this.#ticket(repository, issue.number);
  }

  async read(key: string): Promise<'open' | 'closed' | undefined> {
    const issue = await this.#requests.find(issueSchema, pathOf(key));
    return issue?.state;
  }

  async setState(key: string, state: TicketState): Promise<void> {
    await this.#requests.tell(pathOf(key), {
      method: 'PATCH',
      body:
        state === 'open'
          ? { state: 'open' }
          : {
              state: 'closed',
              state_reason: state === 'done' ? 'completed' : 'not_planned',
            },
    });
  }

  #repositoryOf({ annotations }: TicketDraft): string {
    const repository = annotations[ANNOTATION] ?? this.#settings.repository;
    if (!repository || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
      throw new InputError(
        repository
          ? `'${repository}' is no repository such as organisation/name`
          : `No repository: annotate the entity with ${ANNOTATION}, or set incidents.trackers.github.repository`,
      );
    }
    return repository;
  }

  #ticket(repository: string, number: number): Ticket {
    return {
      key: `${repository}#${number}`,
      url: `https://${this.#settings.host}/${repository}/issues/${number}`,
    };
  }
}

function pathOf(key: string): string {
  const [repository, number] = key.split('#');
  return `/repos/${repository}/issues/${number}`;
}

/** Not shown where the issue is read. */
function commentOf({ marker }: TicketDraft): string {
  return `<!-- ${marker} -->`;
}
