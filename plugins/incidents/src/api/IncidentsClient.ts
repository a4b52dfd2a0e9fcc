import { parseEntityRef } from '@backstage/catalog-model';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type {
  ActionCommandRequest,
  ActionDetail,
  ActionPage,
  ActionsQuery,
  BulkActionsOutcome,
  BulkActionsRequest,
  BulkOutcome,
  CommandOutcome,
  CommandRequest,
  CreateActionRequest,
  CreatedKey,
  CreateKeyRequest,
  DeclareRequest,
  EntityCard,
  EntityHistory,
  EntityOption,
  Factors,
  FactorsQuery,
  FollowThrough,
  FollowThroughQuery,
  HistoryQuery,
  Inbox,
  InboxQuery,
  Import,
  Imports,
  IncidentDetail,
  IncidentExportQuery,
  IncidentPage,
  IncidentQuery,
  IntegrationKey,
  IntegrationKeys,
  Insights,
  InsightsQuery,
  KeysQuery,
  ReportPreview,
  ReviewAnswer,
  ReviewCommandRequest,
  ReviewDocument,
  ReviewDocumentQuery,
  ReviewOutcome,
  ReviewPage,
  ReviewsQuery,
  SectionVersions,
  Setup,
  Timeline,
  TimelineQuery,
  Trackers,
} from '@linchpin/backstage-plugin-incidents-common';
import type { BulkRequest } from '@linchpin/backstage-plugin-incidents-common/schemas';
import type { QueryClient } from '@tanstack/react-query';
import { errorOf } from './errors';
import type { IncidentsApi } from './IncidentsApi';

type QueryValue = string | number | boolean | readonly string[] | undefined;

/** Speaks the HTTP API of the incidents backend. */
export class IncidentsClient implements IncidentsApi {
  readonly queryClient: QueryClient;
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi; queryClient: QueryClient }) {
    this.#fetchApi = options.fetchApi;
    this.queryClient = options.queryClient;
  }

  inbox(query: Partial<InboxQuery>): Promise<Inbox> {
    return this.#get('inbox', query);
  }

  incidents(query: Partial<IncidentQuery>): Promise<IncidentPage> {
    return this.#get('incidents', query);
  }

  incident(idOrNumber: string): Promise<IncidentDetail> {
    return this.#get(incidentPath(idOrNumber));
  }

  timeline(
    idOrNumber: string,
    query: Partial<TimelineQuery>,
  ): Promise<Timeline> {
    return this.#get(`${incidentPath(idOrNumber)}/timeline`, query);
  }

  entityCard(entityRef: string): Promise<EntityCard> {
    return this.#get(entityPath(entityRef));
  }

  entityHistory(
    entityRef: string,
    query: Partial<HistoryQuery>,
  ): Promise<EntityHistory> {
    return this.#get(`${entityPath(entityRef)}/history`, query);
  }

  insights(query: Partial<InsightsQuery>): Promise<Insights> {
    return this.#get('insights', query);
  }

  reportPreview(entityRef?: string): Promise<ReportPreview> {
    return this.#get('reports/preview', { entity: entityRef });
  }

  dependants(entityRef: string): Promise<EntityOption[]> {
    return this.#options(`${entityPath(entityRef)}/dependants`);
  }

  entityOptions(q: string): Promise<EntityOption[]> {
    return this.#options('options/entities', { q });
  }

  groupOptions(q: string): Promise<EntityOption[]> {
    return this.#options('options/groups', { q });
  }

  userOptions(q: string): Promise<EntityOption[]> {
    return this.#options('options/users', { q });
  }

  setup(): Promise<Setup> {
    return this.#get('setup');
  }

  integrationKeys(query: Partial<KeysQuery>): Promise<IntegrationKeys> {
    return this.#get('keys', query);
  }

  imports(): Promise<Imports> {
    return this.#get('imports');
  }

  async exportIncidents(
    query: Partial<IncidentExportQuery> & Pick<IncidentExportQuery, 'format'>,
  ): Promise<Blob> {
    const response = await this.#fetch(`incidents/export?${searchOf(query)}`);
    return response.blob();
  }

  review(idOrNumber: string): Promise<ReviewAnswer> {
    return this.#get(`${incidentPath(idOrNumber)}/review`);
  }

  sectionVersions(
    idOrNumber: string,
    section: string,
  ): Promise<SectionVersions> {
    return this.#get(
      `${incidentPath(idOrNumber)}/review/sections/${encodeURIComponent(section)}/versions`,
    );
  }

  reviewDocument(
    idOrNumber: string,
    query: ReviewDocumentQuery,
  ): Promise<ReviewDocument> {
    return this.#get(`${incidentPath(idOrNumber)}/review/document`, query);
  }

  reviews(query: Partial<ReviewsQuery>): Promise<ReviewPage> {
    return this.#get('reviews', query);
  }

  actions(query: Partial<ActionsQuery>): Promise<ActionPage> {
    return this.#get('actions', query);
  }

  action(idOrNumber: string): Promise<ActionDetail> {
    return this.#get(`actions/${encodeURIComponent(idOrNumber)}`);
  }

  followThrough(query: Partial<FollowThroughQuery>): Promise<FollowThrough> {
    return this.#get('actions/follow-through', query);
  }

  factors(query: Partial<FactorsQuery>): Promise<Factors> {
    return this.#get('reviews/factors', query);
  }

  trackers(): Promise<Trackers> {
    return this.#get('actions/trackers');
  }

  createAction(request: CreateActionRequest): Promise<ActionDetail> {
    return this.#post('actions', request);
  }

  sendToAction(
    id: string,
    request: ActionCommandRequest,
  ): Promise<ActionDetail> {
    return this.#post(`actions/${encodeURIComponent(id)}/commands`, request);
  }

  sendToActions(request: BulkActionsRequest): Promise<BulkActionsOutcome> {
    return this.#post('actions/commands', request);
  }

  declare(request: DeclareRequest): Promise<IncidentDetail> {
    return this.#post('incidents', request);
  }

  send(id: string, request: CommandRequest): Promise<CommandOutcome> {
    return this.#post(`${incidentPath(id)}/commands`, request);
  }

  sendToAll(request: BulkRequest): Promise<BulkOutcome> {
    return this.#post('incidents/commands', request);
  }

  sendToReview(
    incidentId: string,
    request: ReviewCommandRequest,
  ): Promise<ReviewOutcome> {
    return this.#post(`${incidentPath(incidentId)}/review/commands`, request);
  }

  resend(ids: string[]): Promise<{ resent: number }> {
    return this.#post('setup/not-sent/resend', { ids });
  }

  createKey(request: CreateKeyRequest): Promise<CreatedKey> {
    return this.#post('keys', request);
  }

  revokeKey(id: string): Promise<IntegrationKey> {
    return this.#post(`keys/${encodeURIComponent(id)}/revoke`, {});
  }

  async sendImport(files: { mapping: File; file: File }): Promise<Import> {
    const form = new FormData();
    form.append('mapping', await files.mapping.text());
    form.append('file', files.file);
    return this.#request('imports', { method: 'POST', body: form });
  }

  startImport(id: string): Promise<Import> {
    return this.#post(`imports/${encodeURIComponent(id)}/start`, {});
  }

  cancelImport(id: string): Promise<Import> {
    return this.#post(`imports/${encodeURIComponent(id)}/cancel`, {});
  }

  async #options(
    path: string,
    query?: Record<string, QueryValue>,
  ): Promise<EntityOption[]> {
    const { items } = await this.#get<{ items: EntityOption[] }>(path, query);
    return items;
  }

  #get<T>(path: string, query: Record<string, QueryValue> = {}): Promise<T> {
    const search = searchOf(query);
    return this.#request(search ? `${path}?${search}` : path);
  }

  #post<T>(path: string, body: unknown): Promise<T> {
    return this.#request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async #request<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await this.#fetch(path, init);
    return response.json();
  }

  async #fetch(path: string, init?: RequestInit): Promise<Response> {
    const response = await this.#fetchApi.fetch(
      `plugin://incidents/${path}`,
      init,
    );
    if (!response.ok) {
      throw await errorOf(response);
    }
    return response;
  }
}

function incidentPath(idOrNumber: string): string {
  return `incidents/${encodeURIComponent(idOrNumber)}`;
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `entities/${[kind, namespace, name]
    .map(encodeURIComponent)
    .join('/')}`;
}

/** What is not set is left out; an empty list sets nothing either. */
function searchOf(query: Record<string, QueryValue>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (text !== '') {
      search.set(name, text);
    }
  }
  return search.toString();
}
