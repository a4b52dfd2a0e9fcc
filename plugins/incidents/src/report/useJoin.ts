import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { reasonOf } from '../api/errors';
import { useSendCommand } from '../api/mutations';
import { useIncidentsPaths } from '../navigation/navigation';
import { incidentsReportTranslationRef } from '../translations/report';

const TOAST_MS = 8_000;

/** Counts the user in on a known incident; what they typed goes along as their account of it. */
export function useJoin(onJoined: () => void) {
  const { t } = useTranslationRef(incidentsReportTranslationRef);
  const toasts = useApi(toastApiRef);
  const paths = useIncidentsPaths();
  const { send } = useSendCommand();
  const [failure, setFailure] = useState<string>();

  const join = async (incident: Incident, typed: string) => {
    setFailure(undefined);
    const { number } = incident;
    try {
      await send({
        incident,
        command: {
          type: 'report-affected',
          symptom: typed.trim() || undefined,
        },
      });
    } catch (error) {
      setFailure(reasonOf(error));
      return;
    }
    toasts.post({
      status: 'success',
      title: t('nowFollowing', { number }),
      description: t('nowFollowingHint'),
      links: [{ label: t('open', { number }), href: paths.incident(number) }],
      timeout: TOAST_MS,
    });
    onJoined();
  };
  return { join, failure };
}
