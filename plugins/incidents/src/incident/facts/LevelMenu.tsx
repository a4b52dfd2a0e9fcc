import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { RiArrowDownSLine } from '@remixicon/react';
import { isOffered, useCommands } from '../../commands';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import classes from './Facts.module.css';

const LEVELS = ['suspected', 'confirmed', 'recovered'] as const;

/** How sure we are that an entity is affected, changed in place. */
export const LevelMenu = (props: {
  affected: IncidentDetail['affected'][number];
  incident: IncidentDetail;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { send } = useCommands();
  const { affected, incident } = props;
  const { entity, level } = affected;
  const entityRef = entity.ref;
  return (
    <MenuTrigger>
      <Button
        size="small"
        variant="tertiary"
        className={classes.levelButton}
        iconEnd={<RiArrowDownSLine />}
        aria-label={t('levelOf', {
          entity: entity.title,
          level: t(`level_${level}`),
        })}
      >
        {t(`level_${level}`)}
      </Button>
      <Menu placement="bottom end">
        {LEVELS.filter(other => other !== level).map(other => (
          <MenuItem
            key={other}
            onAction={() =>
              send({ type: 'mark-affected', entityRef, level: other }, incident)
            }
          >
            {t(`markAs_${other}`)}
          </MenuItem>
        ))}
        {isOffered('unmark-affected', incident) && (
          <MenuItem
            onAction={() =>
              send({ type: 'unmark-affected', entityRef }, incident)
            }
          >
            {t('unmark')}
          </MenuItem>
        )}
      </Menu>
    </MenuTrigger>
  );
};
