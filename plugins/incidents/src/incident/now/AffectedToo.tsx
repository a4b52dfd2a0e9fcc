import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { RiHand } from '@remixicon/react';
import { useCommands } from '../../commands';
import { incidentsIncidentTranslationRef } from '../../translations/incident';

/** One press says that one is affected, and follows. */
export const AffectedToo = (props: {
  incident: IncidentDetail;
  variant: 'primary' | 'secondary';
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { send } = useCommands();
  return (
    <Button
      variant={props.variant}
      iconStart={<RiHand />}
      onPress={() => send({ type: 'report-affected' }, props.incident)}
    >
      {t('affectedToo')}
    </Button>
  );
};
