import { useDraftOf } from '../elements/useDraftOf';
import { newDraft, type ReportDraft } from './draft';

/** What is typed for one entity, kept until it is sent. */
export function useReportDraft(entity?: ReportDraft['entity']) {
  return useDraftOf(`report.${entity?.ref ?? ''}`, newDraft(entity));
}
