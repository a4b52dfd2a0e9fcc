import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { isOffered, useCommands } from '../../commands';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import classes from './Banners.module.css';

/** Nobody answers for it: why, and what it may be about, one press away. */
export const UnroutedBanner = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { incident } = props;
  const { unrouted, owner, entity } = incident;
  return unrouted ? (
    <Alert
      status="warning"
      icon
      title={t('unroutedTitle')}
      description={[
        t(`unrouted_${unrouted}`, { entity: entity?.title ?? '' }),
        owner && t('unroutedHandled', { owner: owner.title }),
      ]
        .filter(Boolean)
        .join(' ')}
      customActions={
        isOffered('assign-entity', incident) && (
          <Candidates incident={incident} />
        )
      }
    />
  ) : null;
};

const Candidates = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { send, start } = useCommands();
  const { incident } = props;
  return (
    <div
      role="group"
      aria-label={t('unroutedPick')}
      className={classes.candidates}
    >
      {incident.candidates.map(({ entityRef, title, ownerTitle }) => (
        <Button
          key={entityRef}
          size="small"
          variant="secondary"
          onPress={() => send({ type: 'assign-entity', entityRef }, incident)}
        >
          {ownerTitle
            ? t('candidateOwner', { title, owner: ownerTitle })
            : title}
        </Button>
      ))}
      <Button
        size="small"
        variant="secondary"
        onPress={() => start('assign-entity', incident)}
      >
        {t('pickEntity')}
      </Button>
    </div>
  );
};
