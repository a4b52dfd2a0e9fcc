import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { RiLockLine } from '@remixicon/react';
import { type ReactNode, useRef } from 'react';
import { PriorityChip } from '../../elements/PriorityMark';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { Besides } from './Besides';
import { HeaderClocks } from './HeaderClocks';
import classes from './IncidentHeader.module.css';
import { PhaseRail } from './PhaseRail';
import { WhatAndWho } from './WhatAndWho';
import { useIsStuck } from './useIsStuck';

/**
 * What, who, how long, when is the next news: two lines that stay in sight while
 * the phase rail beneath goes away under them.
 */
export const IncidentHeader = (props: {
  incident: IncidentDetail;
  /** What can be done, where there is room for it beside the title. */
  actions: ReactNode;
}) => {
  const { incident } = props;
  const sentinel = useRef<HTMLDivElement>(null);
  const isStuck = useIsStuck(sentinel);
  return (
    <>
      <div ref={sentinel} aria-hidden="true" />
      <header className={classes.header} data-stuck={isStuck || undefined}>
        <div className={classes.first}>
          <span className={classes.number}>{incident.number}</span>
          <PriorityChip priority={incident.priority} />
          <Marks incident={incident} />
          <Besides incident={incident} />
          <h2 className={classes.title} title={incident.title}>
            {incident.title}
          </h2>
          <div className={classes.actions}>{props.actions}</div>
        </div>
        <div className={classes.second}>
          <WhatAndWho incident={incident} />
          <HeaderClocks incident={incident} />
        </div>
      </header>
      <PhaseRail incident={incident} />
    </>
  );
};

/** What sets it apart from an ordinary incident. */
const Marks = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { mode, visibility } = props.incident;
  return (
    <>
      {mode !== 'real' && (
        <span className={classes.mode} title={t(`modeHint_${mode}`)}>
          {t(`mode_${mode}`)}
        </span>
      )}
      {visibility === 'private' && (
        <span className={classes.private} title={t('privateHint')}>
          <RiLockLine aria-hidden="true" />
          {t('private')}
        </span>
      )}
    </>
  );
};
