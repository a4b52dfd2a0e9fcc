import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { RiMoreLine } from '@remixicon/react';
import { isOffered, type Startable, useCommands } from '../../commands';
import { useIncidentsPaths } from '../../navigation/navigation';
import { incidentsCommandsTranslationRef } from '../../translations/commands';
import { incidentsInboxTranslationRef } from '../../translations/inbox';

const RARER: readonly Startable[] = [
  'prioritise',
  'confirm-workaround',
  'retract-workaround',
  'assign-entity',
  'merge',
  'hold',
  'resume',
  'resolve',
  'dismiss',
  'follow',
  'unfollow',
];

/** Every other command, and the way to the whole page. */
export const PreviewMenu = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const { t: command } = useTranslationRef(incidentsCommandsTranslationRef);
  const { start } = useCommands();
  const paths = useIncidentsPaths();
  const { incident } = props;
  return (
    <MenuTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label={t('more_actions')}
        icon={<RiMoreLine />}
      />
      <Menu>
        <MenuItem href={paths.incident(incident.number)}>
          {t('openPage')}
        </MenuItem>
        {RARER.filter(type => isOffered(type, incident)).map(type => (
          <MenuItem key={type} onAction={() => start(type, incident)}>
            {command(type)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
};
