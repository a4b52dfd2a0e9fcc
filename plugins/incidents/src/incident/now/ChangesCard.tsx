import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { ChangeRows } from '../../changes/ChangeRows';
import { incidentsChangesTranslationRef } from '../../translations/changes';
import { SideCard } from '../layout/SideCard';

/** What was changed before and while it happened, and which of it caused it. */
export const ChangesCard = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsChangesTranslationRef);
  const { changes, causedBy } = props.incident;
  return changes.length > 0 || causedBy ? (
    <SideCard title={t('title')}>
      <ChangeRows incident={props.incident} />
    </SideCard>
  ) : null;
};
