import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { StatusMark, StatusShape } from '../../elements/StatusMark';
import { useDurationFormat } from '../../elements/time';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { incidentsWordsTranslationRef } from '../../translations/words';
import { useTimelineEntries } from '../timeline/useTimelineEntries';
import classes from './PhaseRail.module.css';
import { PHASES, phaseSteps } from './phases';

/** How far the response has come, and how long each phase took. */
export const PhaseRail = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { t: word } = useTranslationRef(incidentsWordsTranslationRef);
  const { duration } = useDurationFormat();
  const now = useNow();
  const { incident } = props;
  const { entries } = useTimelineEntries(incident.number);
  const steps = phaseSteps(incident, entries ?? [], now);
  return (
    <>
      <ol className={classes.rail} aria-label={t('status')}>
        {steps.map(({ phase, place, milliseconds }) => (
          <li
            key={phase}
            data-place={place}
            aria-current={place === 'now' ? 'step' : undefined}
          >
            <span>{word(`status_${phase}`)}</span>
            {place === 'now' && incident.onHold && (
              <span className={classes.hold}>
                <StatusShape status="hold" />
                {word('onHold')}
              </span>
            )}
            {milliseconds !== undefined && (
              <span className={classes.time}>{duration(milliseconds)}</span>
            )}
          </li>
        ))}
      </ol>
      <PhaseInWords incident={incident} now={now} />
    </>
  );
};

/** The same in one line, where the rail is too narrow for words. */
const PhaseInWords = (props: { incident: IncidentDetail; now: number }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { t: word } = useTranslationRef(incidentsWordsTranslationRef);
  const { duration } = useDurationFormat();
  const { incident, now } = props;
  const index = PHASES.findIndex(phase => phase === incident.status);
  const next = PHASES[index + 1];
  return (
    <p className={classes.words} aria-hidden="true">
      <StatusMark incident={incident}>
        <span className={classes.time}>
          {t('statusFor', {
            duration: duration(now - Date.parse(incident.statusSince)),
          })}
        </span>
      </StatusMark>
      {index >= 0 && next && (
        <span className={classes.step}>
          {t('stepNext', {
            step: String(index + 1),
            of: String(PHASES.length),
            next: word(`status_${next}`),
          })}
        </span>
      )}
    </p>
  );
};
