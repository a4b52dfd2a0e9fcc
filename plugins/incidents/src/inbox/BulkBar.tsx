import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box, Button } from '@backstage/ui';
import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import { isOffered, type Startable, useCommands } from '../commands';
import { Kbd } from '../elements/Kbd';
import type { Selection } from '../lists/useSelection';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import { incidentsInboxTranslationRef } from '../translations/inbox';
import { incidentsListsTranslationRef } from '../translations/lists';
import classes from './BulkBar.module.css';

const VERDICTS: readonly { type: Startable; shortcut?: string }[] = [
  { type: 'acknowledge', shortcut: 'a' },
  { type: 'dismiss', shortcut: 'd' },
  { type: 'pass-on', shortcut: 'p' },
  { type: 'merge' },
];

/** One verdict for all rows that are selected; and the way to more rows. */
export const BulkBar = (props: {
  selection: Selection<Incident>;
  more?: () => void;
}) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const { t: list } = useTranslationRef(incidentsListsTranslationRef);
  const { t: command } = useTranslationRef(incidentsCommandsTranslationRef);
  const { start } = useCommands();
  const { items: incidents, clear } = props.selection;
  return (
    <>
      {props.more && (
        <Button
          variant="tertiary"
          className={classes.more}
          onPress={props.more}
        >
          {list('more')}
        </Button>
      )}
      {incidents.length > 0 && (
        <Box bg="neutral" className={classes.bar} role="group">
          <span className={classes.count} role="status">
            {t('selected', { count: incidents.length })}
          </span>
          {VERDICTS.map(({ type, shortcut }) => {
            const meant = incidents.filter(i => isOffered(type, i));
            return (
              <Button
                key={type}
                size="small"
                variant="secondary"
                isDisabled={meant.length === 0}
                iconEnd={shortcut ? <Kbd>{shortcut}</Kbd> : undefined}
                onPress={() => start(type, meant)}
              >
                {command(type)}
              </Button>
            );
          })}
          <Button size="small" variant="tertiary" onPress={clear}>
            {t('clear')}
          </Button>
        </Box>
      )}
    </>
  );
};
