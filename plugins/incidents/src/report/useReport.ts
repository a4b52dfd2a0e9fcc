import { parseEntityRef } from '@backstage/catalog-model';
import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type {
  IncidentDetail,
  ReportPreview,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { newClientId } from '../api/clientId';
import { InvalidField, reasonOf } from '../api/errors';
import { useDeclare } from '../api/mutations';
import { useIncidentsPaths, useNavigate } from '../navigation/navigation';
import { incidentsReportTranslationRef } from '../translations/report';
import { type ReportDraft, requestOf } from './draft';
import { useReportDraft } from './useReportDraft';

/** Why each field was refused, by the name that the backend gives it. */
export type FieldErrors = Partial<Record<string, string>>;

const TOAST_MS = 8_000;

/** What is typed, what was wrong with it, and the sending of it. */
export function useReport(about: {
  entityRef?: string;
  recurrenceOf?: string;
}) {
  const { entityRef, recurrenceOf } = about;
  const { t } = useTranslationRef(incidentsReportTranslationRef);
  const { declare, isPending } = useDeclare();
  const { draft, change, forget } = useReportDraft(
    entityRef
      ? { ref: entityRef, title: parseEntityRef(entityRef).name }
      : undefined,
  );
  const tellOutcome = useOutcome();
  const [clientId] = useState(newClientId);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<string>();

  const explain = (error: unknown) => {
    if (error instanceof InvalidField && SHOWN.includes(error.field)) {
      setErrors({ [error.field]: error.message });
    } else {
      setFailure(reasonOf(error));
    }
  };

  /** @returns whether it was sent */
  const send = async (preview?: ReportPreview): Promise<boolean> => {
    setFailure(undefined);
    if (!draft.title.trim()) {
      setErrors({ title: t('whatMissing') });
      return false;
    }
    setErrors({});
    try {
      const incident = await declare({
        ...requestOf(draft, preview?.suggestion),
        ...(recurrenceOf && { recurrenceOf }),
        clientId,
      });
      forget();
      tellOutcome(incident);
      return true;
    } catch (error) {
      explain(error);
      return false;
    }
  };

  return {
    draft,
    errors,
    failure,
    isPending,
    change: (changes: Partial<ReportDraft>) => {
      setErrors({});
      change(changes);
    },
    send,
    forget,
  };
}

/** The fields that have a place on screen for what is wrong with them. */
const SHOWN = [
  'title',
  'entityRef',
  'impact',
  'urgency',
  'risks',
  'impactStartedAt',
  'workaround',
  'description',
];

/** Says what became of it; whoever declared goes on on the incident's page. */
function useOutcome() {
  const { t } = useTranslationRef(incidentsReportTranslationRef);
  const toasts = useApi(toastApiRef);
  const navigate = useNavigate();
  const paths = useIncidentsPaths();
  return (incident: IncidentDetail) => {
    const { number, owner } = incident;
    const isDeclared = incident.status !== 'triage';
    const address = paths.incident(number);
    toasts.post({
      status: 'success',
      title: t(isDeclared ? 'declared' : 'reported', { number }),
      description: describe(),
      links: isDeclared
        ? []
        : [{ label: t('open', { number }), href: address }],
      timeout: TOAST_MS,
    });
    if (isDeclared) {
      navigate(address);
    }

    function describe() {
      if (!owner) {
        return t('reportedHintUnrouted');
      }
      return t(isDeclared ? 'declaredHint' : 'reportedHint', {
        owner: owner.title,
      });
    }
  };
}
