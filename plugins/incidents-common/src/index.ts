/**
 * What the incidents plugins share: the words, the rules and the shapes of the
 * API. Validation schemas are apart in `./schemas`, so that no schema library
 * reaches a page.
 *
 * @packageDocumentation
 */
export * from './incidents';
export * from './routing';
export * from './alerts';
export * from './changes';
export * from './actions/vocabulary';
export { isToBeWritten } from './reviews/vocabulary';
export * from './inbox';
export * from './keys';
export * from './search';
export * from './watchdog';
export * from './permissions';
export type {
  NamedRef,
  IncidentUpdate,
  Incident,
  IncidentDetail,
  IncidentPage,
  TimelineEntry,
  Timeline,
  CommandOutcome,
  InboxView,
  InboxItem,
  InboxReason,
  Inbox,
  LiveLine,
  EntityCard,
  EntityFacts,
  EntityHistory,
  HistoryFigures,
  Insights,
  ReportPreview,
  EntityOption,
  EntityCandidate,
  Setup,
  IntakeDelivery,
  BulkOutcome,
  IntegrationKey,
  IntegrationKeys,
  CreatedKey,
  Import,
  ImportPlan,
  Imports,
  ShownNearChange,
  LinkedChange,
  ChangesReceipt,
  Action,
  ActionDetail,
  ActionEventLine,
  ActionPage,
  BulkActionsOutcome,
  Factors,
  FollowThrough,
  GateItem,
  OpenActions,
  PreventingAction,
  ReviewAnswer,
  ReviewDocument,
  ReviewLine,
  ReviewOutcome,
  ReviewPage,
  ScoreCheck,
  SearchDocument,
  SearchDocumentPage,
  SectionVersion,
  SectionVersions,
  Trackers,
} from './schemas/answers';
export type {
  IncidentExportQuery,
  IncidentQuery,
  InboxQuery,
  TimelineQuery,
  HistoryQuery,
  InsightsQuery,
  KeysQuery,
  OptionsQuery,
  SearchDocumentsQuery,
} from './schemas/queries';
export type {
  CommandRequest,
  Declare,
  DeclareRequest,
} from './schemas/commands';
export type { SentChange, SentChangeRequest } from './schemas/changes';
export type { CreateKeyRequest } from './schemas/keys';
export type {
  ActionCommandRequest,
  ActionCommandType,
  ActionsQuery,
  BulkActionsRequest,
  CreateAction,
  CreateActionRequest,
  FollowThroughQuery,
  UserActionCommand,
} from './schemas/actions';
export type {
  FactorsQuery,
  ReviewCommand,
  ReviewCommandRequest,
  ReviewCommandType,
  ReviewDocumentQuery,
  ReviewsQuery,
} from './schemas/reviews';
export type {
  ChangesMapping,
  ImportMapping,
  IncidentsMapping,
} from './schemas/transfer';
