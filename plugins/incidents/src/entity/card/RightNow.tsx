import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  EntityCard,
  Incident,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  RiChat3Line,
  RiLightbulbLine,
  RiMegaphoneLine,
  RiNodeTree,
  RiUserStarLine,
} from '@remixicon/react';
import { Since } from '../../elements/Instant';
import { incidentsCardTranslationRef } from '../../translations/card';
import { NextNews } from '../NextNews';
import { DependenciesInTrouble } from './DependenciesInTrouble';
import { firstSentence } from './firstSentence';
import { Line, Lines } from './Line';
import classes from './RightNow.module.css';

/** Lines two to five: who has it, when is the next news, what helps meanwhile, and what it depends on. */
export const RightNow = (props: { card: EntityCard }) => {
  const { live, dependencies } = props.card;
  if (live.length === 0 && dependencies.length === 0) {
    return null;
  }
  return (
    <Lines>
      {live.length > 0 && <OfIncident incident={live[0]} />}
      {dependencies.length > 0 && (
        <Line icon={<RiNodeTree />}>
          <DependenciesInTrouble dependencies={dependencies} />
        </Line>
      )}
    </Lines>
  );
};

const OfIncident = (props: { incident: Incident }) => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  const { incident } = props;
  const { workaround, lastUpdate } = incident;
  return (
    <>
      <Line icon={<RiUserStarLine />}>
        <LedBy incident={incident} />
        <span className={classes.muted}> · </span>
        <span className={classes.since}>
          {t('since', {
            duration: (
              <Since at={incident.impactStartedAt ?? incident.declaredAt} />
            ),
          })}
        </span>
      </Line>
      <Line icon={<RiMegaphoneLine />}>
        <NextNews incident={incident} />
      </Line>
      {workaround && (
        <Line icon={<RiLightbulbLine />}>
          <span className={classes.clamped}>
            {t('workaround', { text: workaround })}
          </span>
        </Line>
      )}
      {!workaround && lastUpdate && (
        <Line icon={<RiChat3Line />}>
          <span className={classes.clamped}>
            {firstSentence(lastUpdate.action)}
          </span>
        </Line>
      )}
    </>
  );
};

const LedBy = (props: { incident: Incident }) => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  const { lead, owner } = props.incident;
  if (!lead) {
    return <>{t('nobodyLeads')}</>;
  }
  const name = <strong>{lead.title}</strong>;
  return owner ? (
    <>{t('ledBy', { lead: name, team: owner.title })}</>
  ) : (
    <>{t('ledByAlone', { lead: name })}</>
  );
};
