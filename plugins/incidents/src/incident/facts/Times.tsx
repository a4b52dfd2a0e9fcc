import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type CorrectableStamp,
  isLive,
  type IncidentDetail,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { isOffered } from '../../commands';
import { useNow } from '../../elements/now';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { CorrectTimeDialog } from './CorrectTimeDialog';
import { Fact } from './Fact';
import classes from './Facts.module.css';
import { useZonedTime } from './useZonedTime';

const STAMPS = [
  'impactStartedAt',
  'detectedAt',
  'declaredAt',
  'acknowledgedAt',
  'mitigatedAt',
  'resolvedAt',
  'closedAt',
] as const;

type Stamp = (typeof STAMPS)[number];

/** Stamps of which a live incident says that they are still to come. */
const EXPECTED: readonly Stamp[] = ['acknowledgedAt', 'mitigatedAt'];

/** When what became true; a press corrects it, a press on the zone changes the zone. */
export const Times = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { incident } = props;
  const zoned = useZonedTime();
  const [correcting, setCorrecting] = useState<CorrectableStamp>();
  const mayCorrect = isOffered('correct-time', incident);
  const shown = STAMPS.filter(
    stamp =>
      incident[stamp] || (isLive(incident.status) && EXPECTED.includes(stamp)),
  ).filter(
    stamp =>
      stamp !== 'declaredAt' || incident.declaredAt !== incident.detectedAt,
  );
  return (
    <Fact
      title={t('times')}
      aside={
        zoned.zone === zoned.otherZone ? (
          <span className={classes.aside}>{zoned.zone}</span>
        ) : (
          <button
            type="button"
            className={classes.zone}
            aria-label={t('timesZone', {
              zone: zoned.zone,
              other: zoned.otherZone,
            })}
            onClick={zoned.toggle}
          >
            {zoned.zone}
          </button>
        )
      }
    >
      <dl className={classes.times}>
        {shown.map(stamp => (
          <div key={stamp}>
            <dt>{t(`stamp_${stamp}`)}</dt>
            <dd>
              <StampTime
                incident={incident}
                stamp={stamp}
                zoned={zoned}
                onCorrect={mayCorrect ? setCorrecting : undefined}
              />
            </dd>
          </div>
        ))}
      </dl>
      {correcting && (
        <CorrectTimeDialog
          incident={incident}
          stamp={correcting}
          onClose={() => setCorrecting(undefined)}
        />
      )}
    </Fact>
  );
};

const StampTime = (props: {
  incident: IncidentDetail;
  stamp: Stamp;
  zoned: ReturnType<typeof useZonedTime>;
  onCorrect?: (stamp: CorrectableStamp) => void;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const now = useNow();
  const { incident, stamp, zoned, onCorrect } = props;
  const at = incident[stamp];
  if (!at) {
    return <span className={classes.notYet}>{t('notYet')}</span>;
  }
  const isGuess = stamp === 'impactStartedAt' && incident.impactEstimated;
  const text = isGuess
    ? t('about', { time: zoned.short(at, now) })
    : zoned.short(at, now);
  return onCorrect && isCorrectable(stamp) ? (
    <button
      type="button"
      className={classes.stamp}
      title={zoned.full(at)}
      aria-label={t('correct', {
        stamp: t(`stamp_${stamp}`),
        time: text,
      })}
      onClick={() => onCorrect(stamp)}
    >
      {text}
    </button>
  ) : (
    <time dateTime={at} title={zoned.full(at)}>
      {text}
    </time>
  );
};

function isCorrectable(stamp: Stamp): stamp is Stamp & CorrectableStamp {
  return stamp !== 'declaredAt' && stamp !== 'closedAt';
}
