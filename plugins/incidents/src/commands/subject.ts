import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../translations/incidents';

/** Whom a command is about, for its title: the number, or how many. */
export function useSubject(incidents: readonly Incident[]): string {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return incidents.length === 1
    ? incidents[0].number
    : t('commands.several', { count: incidents.length });
}
