import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import type {
  Incident,
  IncidentDetail,
} from '@linchpin/backstage-plugin-incidents-common';
import { RiArrowDownSLine } from '@remixicon/react';
import { StatusShape } from '../elements/StatusMark';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import { incidentsWordsTranslationRef } from '../translations/words';
import { useCommands } from './CommandsProvider';
import { waysOn } from './waysOn';

/** Every way on from where the incident stands. */
export const ChangeStatusMenu = (props: {
  incident: Incident | IncidentDetail;
  /** Given where something else opens it too, such as a key. */
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}) => {
  const { incident } = props;
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const words = useTranslationRef(incidentsWordsTranslationRef).t;
  const { start, send } = useCommands();
  const { targets, others } = waysOn(incident);
  if (targets.length + others.length === 0) {
    return null;
  }
  return (
    <MenuTrigger isOpen={props.isOpen} onOpenChange={props.onOpenChange}>
      <Button variant="secondary" iconEnd={<RiArrowDownSLine />}>
        {t('change-status')}
      </Button>
      <Menu>
        {targets.map(to => (
          <MenuItem
            key={to}
            iconStart={<StatusShape status={to} />}
            onAction={() => send({ type: 'change-status', to }, incident)}
          >
            {words(`status_${to}`)}
          </MenuItem>
        ))}
        {others.map(type => (
          <MenuItem key={type} onAction={() => start(type, incident)}>
            {t(type)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
};
