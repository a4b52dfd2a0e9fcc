import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { useDurationFormat, useInstantFormat } from '../../elements/time';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { IncidentLink } from '../IncidentLink';
import { SideCard } from '../layout/SideCard';
import { plainText } from '../situation/plainText';
import classes from './SeenBeforeCard.module.css';

const SHOWN = 3;

/** Earlier incidents of the same kind, and how they ended. */
export const SeenBeforeCard = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const format = useInstantFormat();
  const { duration } = useDurationFormat();
  const now = useNow();
  const { seenBefore } = props.incident;
  if (seenBefore.length === 0) {
    return null;
  }
  return (
    <SideCard title={t('seenBefore')}>
      <ul className={classes.earlier}>
        {seenBefore.slice(0, SHOWN).map(earlier => (
          <li key={earlier.id}>
            <p className={classes.when}>
              <IncidentLink number={earlier.number} />
              <span title={format.utc(earlier.at)}>
                {t('seenAt', {
                  date: isThisYear(earlier.at, now)
                    ? format.day(earlier.at)
                    : format.date(earlier.at),
                  duration: duration(earlier.impactMs),
                })}
              </span>
            </p>
            <p className={classes.what}>
              {earlier.resolution
                ? plainText(earlier.resolution)
                : earlier.title}
            </p>
          </li>
        ))}
      </ul>
    </SideCard>
  );
};

function isThisYear(at: string, now: number): boolean {
  return new Date(at).getFullYear() === new Date(now).getFullYear();
}
