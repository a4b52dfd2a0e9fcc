import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Action } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsActionsTranslationRef } from '../../translations/actions';

/** What a command is about, for its title: the number, or how many. */
export function useActionSubject(actions: readonly Action[]): string {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  return actions.length === 1
    ? actions[0].number
    : t('several', { count: actions.length });
}
