import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ButtonIcon,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
} from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { RiMoreLine } from '@remixicon/react';
import { useState } from 'react';
import { isOffered, type Startable, useCommands } from '../../commands';
import { useIncidentsPaths, useNavigate } from '../../navigation/navigation';
import { incidentsCommandsTranslationRef } from '../../translations/commands';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import type { PrimaryAction } from './primaryAction';
import { RenameDialog } from './RenameDialog';

type InMenu = Startable | 'rename';

/** What is not a change of status, by whom it serves. */
const GROUPS: { title: 'tell' | 'record' | 'triage'; commands: InMenu[] }[] = [
  { title: 'tell', commands: ['acknowledge', 'post-update'] },
  {
    title: 'record',
    commands: [
      'prioritise',
      'confirm-workaround',
      'retract-workaround',
      'assign-entity',
      'rename',
      'make-private',
      'make-public',
    ],
  },
  { title: 'triage', commands: ['pass-on', 'merge', 'dismiss', 'undo'] },
];

/** Every other command that the user may send, and the record to take along. */
export const MoreMenu = (props: {
  incident: IncidentDetail;
  primary: PrimaryAction | undefined;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { start } = useCommands();
  const navigate = useNavigate();
  const paths = useIncidentsPaths();
  const [isRenaming, setRenaming] = useState(false);
  const { incident, primary } = props;
  const labelOf = useLabelOf(incident);
  const groups = GROUPS.map(({ title, commands }) => ({
    title,
    commands: commands.filter(
      type => type !== primary && isOffered(type, incident),
    ),
  })).filter(({ commands }) => commands.length > 0);
  return (
    <>
      <MenuTrigger>
        <ButtonIcon
          variant="secondary"
          aria-label={t('more')}
          icon={<RiMoreLine />}
        />
        <Menu placement="bottom end">
          {groups.map(({ title, commands }) => (
            <MenuSection key={title} title={t(`more_${title}`)}>
              {commands.map(type => (
                <MenuItem
                  key={type}
                  onAction={() =>
                    type === 'rename'
                      ? setRenaming(true)
                      : start(type, incident)
                  }
                >
                  {labelOf(type)}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
          <MenuSection title={t('more_keep')}>
            <MenuItem
              onAction={() => navigate(paths.evidence(incident.number))}
            >
              {t('evidence')}
            </MenuItem>
          </MenuSection>
        </Menu>
      </MenuTrigger>
      {isRenaming && (
        <RenameDialog incident={incident} onClose={() => setRenaming(false)} />
      )}
    </>
  );
};

/** A command by the name that fits what has become of the incident. */
function useLabelOf(incident: IncidentDetail) {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { t: command } = useTranslationRef(incidentsCommandsTranslationRef);
  return (type: InMenu) => {
    if (type === 'rename') {
      return t('rename');
    }
    return type === 'acknowledge' && incident.lead
      ? t('takeOver')
      : command(type);
  };
}
