import { InputError } from '@backstage/errors';
import type {
  ActionTracker,
  Ticket,
  TicketDraft,
  TicketState,
} from '@linchpin/backstage-plugin-incidents-node';
import { z } from 'zod/v3';
import { TrackerRequests } from '../TrackerRequests';

const ANNOTATION = 'jira/project-key';
const PROJECT = /^[A-Za-z][A-Za-z0-9_]+$/;
/** Longest summary that Jira takes. */
const SUMMARY_MAX = 255;

/** What a status means, whatever a project calls it: to do, in progress, done. */
const category = z.object({ key: z.string() });
const issueSchema = z.object({
  fields: z.object({ status: z.object({ statusCategory: category }) }),
});
const foundSchema = z.object({
  issues: z.array(z.object({ key: z.string() })),
});
const createdSchema = z.object({ key: z.string() });
const transitionsSchema = z.object({
  transitions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      to: z.object({ name: z.string(), statusCategory: category }),
    }),
  ),
});

/** How Jira Cloud is reached. */
export interface JiraSettings {
  /** Such as `https://example.atlassian.net`. */
  baseUrl: string;
  email: string;
  apiToken: string;
  /** Key of the project for what no annotation gives another. */
  project?: string;
  issueType: string;
}

/**
 * Tickets as issues of Jira Cloud, by its REST API v3
 * (developer.atlassian.com/cloud/jira/platform/rest/v3). In the project that the
 * entity is annotated with, else in the one that is set.
 */
export class JiraTracker implements ActionTracker {
  readonly id = 'jira';
  readonly title = 'Jira';
  readonly #settings: JiraSettings;
  readonly #requests: TrackerRequests;

  constructor(settings: JiraSettings) {
    this.#settings = settings;
    const { email, apiToken } = settings;
    const grant = Buffer.from(`${email}:${apiToken}`).toString('base64');
    this.#requests = new TrackerRequests({
      tracker: this.title,
      baseUrl: `${settings.baseUrl.replace(/\/+$/, '')}/rest/api/3`,
      headers: async () => ({
        Accept: 'application/json',
        Authorization: `Basic ${grant}`,
      }),
    });
  }

  ticketAt(url: string): Ticket | undefined {
    const { origin, pathname } = new URL(url);
    const [, key] =
      /\/browse\/([A-Za-z][A-Za-z0-9_]+-\d+)\/?$/.exec(pathname) ?? [];
    return key && origin === new URL(this.#settings.baseUrl).origin
      ? this.#ticket(key.toUpperCase())
      : undefined;
  }

  /** By a label: properties of issues are in no search unless an app declares them. */
  async find(draft: TicketDraft): Promise<Ticket | undefined> {
    const { issues } = await this.#requests.ask(foundSchema, '/search/jql', {
      query: {
        jql: `project = "${this.#projectOf(draft)}" AND labels = "${labelOf(draft)}"`,
        fields: 'key',
        maxResults: '1',
      },
    });
    return issues[0] && this.#ticket(issues[0].key);
  }

  async create(draft: TicketDraft): Promise<Ticket> {
    const { key } = await this.#requests.ask(createdSchema, '/issue', {
      method: 'POST',
      body: {
        fields: {
          project: { key: this.#projectOf(draft) },
          issuetype: { name: this.#settings.issueType },
          summary: draft.title.slice(0, SUMMARY_MAX),
          description: documentOf(draft),
          labels: [labelOf(draft)],
        },
      },
    });
    return this.#ticket(key);
  }

  async read(key: string): Promise<'open' | 'closed' | undefined> {
    const issue = await this.#requests.find(issueSchema, `/issue/${key}`, {
      query: { fields: 'status' },
    });
    return issue && standingOf(issue);
  }

  /** A workflow says which steps there are: the first one is taken that leads to where it is to stand. */
  async setState(key: string, state: TicketState): Promise<void> {
    const wanted = state === 'open' ? 'open' : 'closed';
    if ((await this.read(key)) === wanted) {
      return;
    }
    const path = `/issue/${key}/transitions`;
    const { transitions } = await this.#requests.ask(transitionsSchema, path);
    const step = stepTo(wanted, transitions);
    if (!step) {
      throw new Error(
        `The workflow of ${key} leads to no status that is ${wanted}, only to ${
          transitions.map(({ to }) => to.name).join(', ') || 'none'
        }`,
      );
    }
    await this.#requests.tell(path, {
      method: 'POST',
      body: { transition: { id: step.id } },
    });
  }

  #projectOf({ annotations }: TicketDraft): string {
    const project = annotations[ANNOTATION] ?? this.#settings.project;
    if (!project || !PROJECT.test(project)) {
      throw new InputError(
        project
          ? `'${project}' is no key of a project such as PAY`
          : `No project: annotate the entity with ${ANNOTATION}, or set incidents.trackers.jira.project`,
      );
    }
    return project;
  }

  #ticket(key: string): Ticket {
    return { key, url: new URL(`/browse/${key}`, this.#settings.baseUrl).href };
  }
}

function standingOf({
  fields,
}: z.output<typeof issueSchema>): 'open' | 'closed' {
  return fields.status.statusCategory.key === 'done' ? 'closed' : 'open';
}

/** Reopened work goes on, where the workflow has a step for that. */
function stepTo(
  wanted: 'open' | 'closed',
  transitions: z.infer<typeof transitionsSchema>['transitions'],
) {
  const categories = wanted === 'closed' ? ['done'] : ['indeterminate', 'new'];
  return categories
    .map(key => transitions.find(({ to }) => to.statusCategory.key === key))
    .find(step => step !== undefined);
}

/** Labels have no spaces. */
function labelOf({ marker }: TicketDraft): string {
  return marker.replace(/\s+/g, '-');
}

/** The description in the Atlassian Document Format, version 1: as it was typed, a paragraph for each of its own. */
function documentOf({ description = '', number, url }: TicketDraft) {
  const paragraphs = description
    .split(/\n{2,}/)
    .filter(text => text.trim() !== '')
    .map(linesOf);
  const link = [
    {
      type: 'text',
      text: number,
      marks: [{ type: 'link', attrs: { href: url } }],
    },
  ];
  return {
    type: 'doc',
    version: 1,
    content: [...paragraphs, link].map(content => ({
      type: 'paragraph',
      content,
    })),
  };
}

/** A text node has no lines. */
function linesOf(paragraph: string): object[] {
  return paragraph
    .split('\n')
    .filter(line => line !== '')
    .flatMap(text => [{ type: 'hardBreak' }, { type: 'text', text }])
    .slice(1);
}
