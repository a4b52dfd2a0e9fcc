import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NamedRef } from '@linchpin/backstage-plugin-incidents-common';
import { EntityName } from '../elements/names';
import { incidentsInsightsTranslationRef } from '../translations/insights';

/** A group, or that nobody answers for it. */
export const TeamName = (props: { owner: NamedRef | null }) => {
  const { t } = useTranslationRef(incidentsInsightsTranslationRef);
  return props.owner ? (
    <EntityName entity={props.owner} />
  ) : (
    <em>{t('nobody')}</em>
  );
};
