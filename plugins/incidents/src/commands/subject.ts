import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsCommandsTranslationRef } from '../translations/commands';

/** Whom a command is about, for its title: the number, or how many. */
export function useSubject(incidents: readonly Incident[]): string {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  return incidents.length === 1
    ? incidents[0].number
    : t('several', { count: incidents.length });
}
