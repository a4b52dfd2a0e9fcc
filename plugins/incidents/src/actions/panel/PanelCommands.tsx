import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DialogFooter } from '@backstage/ui';
import type { ActionDetail } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { useActionCommands } from '../commands/ActionCommandsProvider';

/** The first that is allowed is what is asked for now. */
const ONWARDS = ['verify', 'finish', 'start', 'accept'] as const;
const BESIDE = ['nudge', 'edit', 'wont-do', 'reopen'] as const;

/** What can be done with it now; one of it primary. */
export const PanelCommands = ({ action }: { action: ActionDetail }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { start } = useActionCommands();
  const { commands } = action.viewer;
  const onwards = ONWARDS.filter(type => commands.includes(type));
  const primary = preferred(action, onwards);
  const beside = [
    ...onwards.filter(type => type !== primary),
    ...BESIDE.filter(type => commands.includes(type)),
  ];
  if (!primary && beside.length === 0) {
    return null;
  }
  return (
    <DialogFooter>
      {beside.map(type => (
        <Button
          key={type}
          variant="secondary"
          onPress={() => start(type, action)}
        >
          {t(`cmd_${type}`)}
        </Button>
      ))}
      {primary && (
        <Button variant="primary" onPress={() => start(primary, action)}>
          {t(`cmd_${primary}`)}
        </Button>
      )}
    </DialogFooter>
  );
};

/** The next step; work that has not begun is begun before it is finished. */
function preferred(
  { status }: ActionDetail,
  allowed: readonly (typeof ONWARDS)[number][],
) {
  const next = {
    proposed: 'accept',
    accepted: 'start',
    'in-progress': 'finish',
    done: 'verify',
    verified: undefined,
    'wont-do': undefined,
  } as const;
  return allowed.find(type => type === next[status]);
}
