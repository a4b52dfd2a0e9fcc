import * as schemas from '@linchpin/backstage-plugin-incidents-common/schemas';
import type { z } from 'zod/v3';

/** One route of the API, as the description shows it. */
export interface Operation {
  method: 'get' | 'post';
  path: string;
  summary: string;
  query?: z.ZodTypeAny;
  body?: z.ZodTypeAny;
  /** The fields of a form, where a file is sent. */
  form?: z.ZodTypeAny;
  status?: number;
  answer: z.ZodTypeAny;
  /** What the answer is, where it is no JSON. */
  types?: readonly string[];
}

/** Every route for people and programs, read by the served description and its test. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/incidents',
    summary: 'Incidents, filtered and paged',
    query: schemas.incidentQuerySchema,
    answer: schemas.incidentPageSchema,
  },
  {
    method: 'post',
    path: '/incidents',
    summary: 'Report a problem or declare an incident',
    body: schemas.declareSchema,
    status: 201,
    answer: schemas.incidentDetailSchema,
  },
  {
    method: 'post',
    path: '/incidents/commands',
    summary: 'Send one command to several incidents',
    body: schemas.bulkRequestSchema,
    answer: schemas.bulkOutcomeSchema,
  },
  {
    method: 'get',
    path: '/incidents/export',
    summary: 'The same list as a file, whole',
    query: schemas.incidentExportQuerySchema,
    answer: schemas.exportedFileSchema,
    types: ['text/csv', 'application/x-ndjson'],
  },
  {
    method: 'get',
    path: '/incidents/{id}',
    summary: 'An incident by id or by number such as INC-12',
    answer: schemas.incidentDetailSchema,
  },
  {
    method: 'get',
    path: '/incidents/{id}/timeline',
    summary: 'What happened on an incident',
    query: schemas.timelineQuerySchema,
    answer: schemas.timelineSchema,
  },
  {
    method: 'post',
    path: '/incidents/{id}/commands',
    summary: 'Change an incident',
    body: schemas.commandRequestSchema,
    answer: schemas.commandOutcomeSchema,
  },
  {
    method: 'get',
    path: '/incidents/{id}/review',
    summary: 'The review of an incident, drafted from what it recorded',
    answer: schemas.reviewSchema,
  },
  {
    method: 'post',
    path: '/incidents/{id}/review/commands',
    summary: 'Change the review of an incident',
    body: schemas.reviewCommandRequestSchema,
    answer: schemas.reviewOutcomeSchema,
  },
  {
    method: 'get',
    path: '/incidents/{id}/review/sections/{section}/versions',
    summary: 'All that was ever written in a section of a review',
    query: schemas.sectionVersionsQuerySchema,
    answer: schemas.sectionVersionsSchema,
  },
  {
    method: 'get',
    path: '/incidents/{id}/review/document',
    summary: 'The review as a document, for us or to be shared',
    query: schemas.reviewDocumentQuerySchema,
    answer: schemas.reviewDocumentSchema,
  },
  {
    method: 'get',
    path: '/reviews',
    summary: 'Reviews, filtered and paged',
    query: schemas.reviewsQuerySchema,
    answer: schemas.reviewPageSchema,
  },
  {
    method: 'get',
    path: '/actions',
    summary: 'What is to be done because of incidents, and how far that is',
    query: schemas.actionsQuerySchema,
    answer: schemas.actionPageSchema,
  },
  {
    method: 'post',
    path: '/actions',
    summary: 'Propose that something is done because of incidents',
    body: schemas.createActionSchema,
    status: 201,
    answer: schemas.actionDetailSchema,
  },
  {
    method: 'post',
    path: '/actions/commands',
    summary: 'Send one command to several action items',
    body: schemas.bulkActionsSchema,
    answer: schemas.bulkActionsOutcomeSchema,
  },
  {
    method: 'get',
    path: '/actions/trackers',
    summary: 'What action items may have tickets in',
    answer: schemas.trackersSchema,
  },
  {
    method: 'get',
    path: '/actions/{id}',
    summary: 'An action item by id or by number such as ACT-12',
    answer: schemas.actionDetailSchema,
  },
  {
    method: 'post',
    path: '/actions/{id}/commands',
    summary: 'Change an action item',
    body: schemas.actionCommandRequestSchema,
    answer: schemas.actionDetailSchema,
  },
  {
    method: 'get',
    path: '/inbox',
    summary: 'What needs a decision of the asking person',
    query: schemas.inboxQuerySchema,
    answer: schemas.inboxSchema,
  },
  {
    method: 'get',
    path: '/entities/{kind}/{namespace}/{name}',
    summary: 'All that the entity card shows',
    answer: schemas.entityCardSchema,
  },
  {
    method: 'get',
    path: '/entities/{kind}/{namespace}/{name}/history',
    summary: 'All that the entity tab shows',
    query: schemas.historyQuerySchema,
    answer: schemas.entityHistorySchema,
  },
  {
    method: 'get',
    path: '/facts',
    summary: 'What the incidents of entities amount to, for scorecards',
    query: schemas.factsQuerySchema,
    answer: schemas.entityFactsListSchema,
  },
  {
    method: 'get',
    path: '/search-documents/incidents',
    summary: 'What incidents are found by, for an index to search in',
    query: schemas.searchDocumentsQuerySchema,
    answer: schemas.searchDocumentPageSchema,
  },
  {
    method: 'get',
    path: '/search-documents/reviews',
    summary: 'What reviews are found by, likewise',
    query: schemas.searchDocumentsQuerySchema,
    answer: schemas.searchDocumentPageSchema,
  },
  {
    method: 'get',
    path: '/insights',
    summary:
      'Where the time goes across teams and services, and what is not ready',
    query: schemas.insightsQuerySchema,
    answer: schemas.insightsSchema,
  },
  {
    method: 'get',
    path: '/reviews/factors',
    summary: 'What contributed to incidents, most often first',
    query: schemas.factorsQuerySchema,
    answer: schemas.factorsSchema,
  },
  {
    method: 'get',
    path: '/actions/follow-through',
    summary:
      'How much of what was decided gets done, and what recurred meanwhile',
    query: schemas.followThroughQuerySchema,
    answer: schemas.followThroughSchema,
  },
  {
    method: 'get',
    path: '/entities/{kind}/{namespace}/{name}/dependants',
    summary: 'What depends on an entity, and who owns it',
    answer: schemas.entityOptionsSchema,
  },
  {
    method: 'get',
    path: '/reports/preview',
    summary: 'Where a report would go and what is known already',
    query: schemas.reportPreviewQuerySchema,
    answer: schemas.reportPreviewSchema,
  },
  {
    method: 'get',
    path: '/options/entities',
    summary: 'Entities to pick from',
    query: schemas.optionsQuerySchema,
    answer: schemas.entityOptionsSchema,
  },
  {
    method: 'get',
    path: '/options/groups',
    summary: 'Groups to pick from',
    query: schemas.optionsQuerySchema,
    answer: schemas.entityOptionsSchema,
  },
  {
    method: 'get',
    path: '/options/users',
    summary: 'People to pick from',
    query: schemas.optionsQuerySchema,
    answer: schemas.entityOptionsSchema,
  },
  {
    method: 'get',
    path: '/keys',
    summary: 'Integration keys of the groups and entities of the asking person',
    query: schemas.keysQuerySchema,
    answer: schemas.integrationKeysSchema,
  },
  {
    method: 'post',
    path: '/keys',
    summary: 'Make an integration key; the key itself is in the answer only',
    body: schemas.createKeySchema,
    status: 201,
    answer: schemas.createdKeySchema,
  },
  {
    method: 'post',
    path: '/keys/{id}/revoke',
    summary: 'Accept an integration key no more',
    answer: schemas.integrationKeySchema,
  },
  {
    method: 'get',
    path: '/setup',
    summary: 'How the installation does',
    answer: schemas.setupSchema,
  },
  {
    method: 'post',
    path: '/setup/not-sent/resend',
    summary: 'Send messages again that were given up',
    body: schemas.resendRequestSchema,
    answer: schemas.resendOutcomeSchema,
  },
  {
    method: 'get',
    path: '/imports',
    summary: 'The latest imports from other systems',
    answer: schemas.importsSchema,
  },
  {
    method: 'post',
    path: '/imports',
    summary: 'Send a file to be imported; it is planned first',
    form: schemas.importFormSchema,
    status: 201,
    answer: schemas.importSchema,
  },
  {
    method: 'get',
    path: '/imports/{id}',
    summary: 'What an import would do, or how far it has come',
    answer: schemas.importSchema,
  },
  {
    method: 'post',
    path: '/imports/{id}/start',
    summary: 'Make the incidents of a planned import',
    answer: schemas.importSchema,
  },
  {
    method: 'post',
    path: '/imports/{id}/cancel',
    summary: 'End an import; what it has made stays',
    answer: schemas.importSchema,
  },
  {
    method: 'post',
    path: '/intake/{source}',
    summary: "A sender's message, in the sender's own format",
    status: 202,
    answer: schemas.intakeReceiptSchema,
  },
  {
    method: 'post',
    path: '/intake/{source}/{key}',
    summary: 'The same by an integration key',
    status: 202,
    answer: schemas.intakeReceiptSchema,
  },
  {
    method: 'post',
    path: '/changes',
    summary: 'Tell of a deployment or a configuration change, or of several',
    body: schemas.changesRequestSchema,
    answer: schemas.changesReceiptSchema,
  },
  {
    method: 'post',
    path: '/changes/{key}',
    summary: 'The same by an integration key',
    body: schemas.changesRequestSchema,
    answer: schemas.changesReceiptSchema,
  },
  {
    method: 'get',
    path: '/intake/deliveries/{deliveryId}',
    summary: "What became of a sender's message",
    answer: schemas.intakeDeliverySchema,
  },
];
