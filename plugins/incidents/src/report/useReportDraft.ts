import { useMemo, useState } from 'react';
import { useDraft } from '../elements/useDraft';
import { newDraft, type ReportDraft } from './draft';

/**
 * What is typed for one entity, kept in this tab until it is sent: neither a
 * failed request nor a closed dialog loses it.
 */
export function useReportDraft(entity?: ReportDraft['entity']) {
  const [kept, keep] = useDraft(`report.${entity?.ref ?? ''}`);
  const [untouched] = useState(() => newDraft(entity));
  const draft = useMemo(() => restored(kept) ?? untouched, [kept, untouched]);
  return {
    draft,
    change: (changes: Partial<ReportDraft>) =>
      keep(JSON.stringify({ ...draft, ...changes })),
    forget: () => keep(''),
  };
}

function restored(kept: string): ReportDraft | undefined {
  return kept ? (JSON.parse(kept) as ReportDraft) : undefined;
}
