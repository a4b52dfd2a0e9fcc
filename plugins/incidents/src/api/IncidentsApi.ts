import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  ActionCommandRequest,
  ActionDetail,
  ActionPage,
  ActionsQuery,
  BulkActionsOutcome,
  BulkActionsRequest,
  CommandOutcome,
  CommandRequest,
  CreateActionRequest,
  CreatedKey,
  CreateKeyRequest,
  DeclareRequest,
  BulkOutcome,
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

/**
 * What the screens ask of the backend.
 *
 * Every call rejects with an {@link InvalidField} for a refused field, an
 * {@link OutdatedIncident} where the incident has moved on, and a
 * `ResponseError` otherwise.
 *
 * @public
 */
export interface IncidentsApi {
  /** The server state that all surfaces of the plugin share. */
  readonly queryClient: QueryClient;

  inbox(query: Partial<InboxQuery>): Promise<Inbox>;
  incidents(query: Partial<IncidentQuery>): Promise<IncidentPage>;
  /** @param idOrNumber - the id, or the number such as `INC-12` */
  incident(idOrNumber: string): Promise<IncidentDetail>;
  timeline(
    idOrNumber: string,
    query: Partial<TimelineQuery>,
  ): Promise<Timeline>;
  entityCard(entityRef: string): Promise<EntityCard>;
  entityHistory(
    entityRef: string,
    query: Partial<HistoryQuery>,
  ): Promise<EntityHistory>;
  /** Across teams and services. */
  insights(query: Partial<InsightsQuery>): Promise<Insights>;
  /** @param entityRef - left out while no entity is picked */
  reportPreview(entityRef?: string): Promise<ReportPreview>;
  /** What depends on an entity, as far as the asking person may see it. */
  dependants(entityRef: string): Promise<EntityOption[]>;
  entityOptions(q: string): Promise<EntityOption[]>;
  groupOptions(q: string): Promise<EntityOption[]>;
  userOptions(q: string): Promise<EntityOption[]>;
  setup(): Promise<Setup>;
  /** Those that the asking person may revoke. */
  integrationKeys(query: Partial<KeysQuery>): Promise<IntegrationKeys>;

  /** The latest, and whether the asking person may begin one. */
  imports(): Promise<Imports>;
  /** A list as a file, the whole of it. */
  exportIncidents(
    query: Partial<IncidentExportQuery> & Pick<IncidentExportQuery, 'format'>,
  ): Promise<Blob>;

  /** @param idOrNumber - of the incident that it looks back on */
  review(idOrNumber: string): Promise<ReviewAnswer>;
  /** What a section has said so far, newest first. */
  sectionVersions(
    idOrNumber: string,
    section: string,
  ): Promise<SectionVersions>;
  reviewDocument(
    idOrNumber: string,
    query: ReviewDocumentQuery,
  ): Promise<ReviewDocument>;
  reviews(query: Partial<ReviewsQuery>): Promise<ReviewPage>;
  actions(query: Partial<ActionsQuery>): Promise<ActionPage>;
  /** @param idOrNumber - the id, or the number such as `ACT-12` */
  action(idOrNumber: string): Promise<ActionDetail>;
  /** How much of what was decided gets done, and in time. */
  followThrough(query: Partial<FollowThroughQuery>): Promise<FollowThrough>;
  /** What contributed to incidents, most often first. */
  factors(query: Partial<FactorsQuery>): Promise<Factors>;
  /** Those that tickets can be made in. */
  trackers(): Promise<Trackers>;
  createAction(request: CreateActionRequest): Promise<ActionDetail>;
  sendToAction(
    id: string,
    request: ActionCommandRequest,
  ): Promise<ActionDetail>;
  /** One command for several action items; each is answered on its own. */
  sendToActions(request: BulkActionsRequest): Promise<BulkActionsOutcome>;

  declare(request: DeclareRequest): Promise<IncidentDetail>;
  send(id: string, request: CommandRequest): Promise<CommandOutcome>;
  /** One verdict for several incidents; each is answered on its own. */
  sendToAll(request: BulkRequest): Promise<BulkOutcome>;
  sendToReview(
    incidentId: string,
    request: ReviewCommandRequest,
  ): Promise<ReviewOutcome>;
  /** @returns how many messages were queued again */
  resend(ids: string[]): Promise<{ resent: number }>;
  /** @returns the key with its secret, which is shown this once */
  createKey(request: CreateKeyRequest): Promise<CreatedKey>;
  revokeKey(id: string): Promise<IntegrationKey>;
  /** Sends a file to be planned. */
  sendImport(files: { mapping: File; file: File }): Promise<Import>;
  startImport(id: string): Promise<Import>;
  cancelImport(id: string): Promise<Import>;
}

/** @public */
export const incidentsApiRef = createApiRef<IncidentsApi>().with({
  id: 'plugin.incidents.service',
  pluginId: 'incidents',
});
