import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  Incident,
  IncidentDetail,
} from '@linchpin/backstage-plugin-incidents-common';
import { Kbd } from '../elements/Kbd';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import { useCommands } from './CommandsProvider';
import { isOffered, type Startable } from './start';

/** Starts a command; absent where the user may not send it now. */
export const CommandButton = (props: {
  type: Startable;
  incident: Incident | IncidentDetail;
  variant?: 'primary' | 'secondary' | 'tertiary';
  size?: 'small' | 'medium';
  /** The key that does the same. */
  shortcut?: string;
}) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const { start } = useCommands();
  if (!isOffered(props.type, props.incident)) {
    return null;
  }
  return (
    <Button
      variant={props.variant ?? 'secondary'}
      size={props.size}
      iconEnd={props.shortcut ? <Kbd>{props.shortcut}</Kbd> : undefined}
      onPress={() => start(props.type, props.incident)}
    >
      {t(props.type)}
    </Button>
  );
};
