export type {
  AlertSeverity,
  AlertSource,
  ParsedAlert,
  ParsedMessage,
  RejectedAlert,
  SourceMessage,
} from './AlertSource';
export {
  alertSourcesExtensionPoint,
  type AlertSourcesExtensionPoint,
} from './alertSourcesExtensionPoint';
