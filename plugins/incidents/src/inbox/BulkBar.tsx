import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import { isOffered, type Startable, useCommands } from '../commands';
import { Kbd } from '../elements/Kbd';
import { SelectionBar } from '../lists/SelectionBar';
import type { Selection } from '../lists/useSelection';
import { incidentsCommandsTranslationRef } from '../translations/commands';

const VERDICTS: readonly { type: Startable; shortcut?: string }[] = [
  { type: 'acknowledge', shortcut: 'a' },
  { type: 'dismiss', shortcut: 'd' },
  { type: 'pass-on', shortcut: 'p' },
  { type: 'merge' },
];

/** One verdict for all rows that are selected. */
export const BulkBar = (props: { selection: Selection<Incident> }) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const { start } = useCommands();
  const { selection } = props;
  return (
    <SelectionBar selection={selection}>
      {VERDICTS.map(({ type, shortcut }) => {
        const meant = selection.items.filter(i => isOffered(type, i));
        return (
          <Button
            key={type}
            size="small"
            variant="secondary"
            isDisabled={meant.length === 0}
            iconEnd={shortcut ? <Kbd>{shortcut}</Kbd> : undefined}
            onPress={() => start(type, meant)}
          >
            {t(type)}
          </Button>
        );
      })}
    </SelectionBar>
  );
};
