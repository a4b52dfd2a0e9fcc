import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { RiEyeFill, RiEyeLine } from '@remixicon/react';
import { isOffered, useCommands } from '../../commands';
import { incidentsIncidentTranslationRef } from '../../translations/incident';

/** Whether I hear of every update; one press changes it. */
export const FollowButton = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { start } = useCommands();
  const { incident } = props;
  const { follows } = incident.viewer;
  const command = follows ? 'unfollow' : 'follow';
  if (!isOffered(command, incident)) {
    return null;
  }
  return (
    <Button
      variant="tertiary"
      aria-pressed={follows}
      iconStart={follows ? <RiEyeFill /> : <RiEyeLine />}
      onPress={() => start(command, incident)}
    >
      {follows ? t('following') : t('follow')}
    </Button>
  );
};
