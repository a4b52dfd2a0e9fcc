import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Setup } from '@linchpin/backstage-plugin-incidents-common';
import { Instant } from '../elements/Instant';
import { IncidentLink } from '../incident/IncidentLink';
import { incidentsSetupTranslationRef } from '../translations/setup';
import classes from './entries.module.css';
import { SetupCard } from './SetupCard';

/** What should have happened by now, since when, and what to do; absent where all has. */
export const FindingsCard = (props: { findings: Setup['findings'] }) => {
  const { t } = useTranslationRef(incidentsSetupTranslationRef);
  const { findings } = props;
  if (findings.length === 0) {
    return null;
  }
  return (
    <SetupCard title={t('findings')} count={findings.length}>
      <ul className={classes.list}>
        {findings.map(({ kind, incident, since, detail }) => (
          <li key={`${kind} ${incident?.id}`}>
            <div className={classes.head}>
              <span className={classes.what}>
                {t(`finding_${kind}`, {
                  number: incident ? (
                    <IncidentLink number={incident.number} />
                  ) : (
                    ''
                  ),
                  detail: <code>{detail}</code>,
                })}
              </span>
              <span className={classes.late}>
                {t('findingSince', { at: <Instant at={since} /> })}
              </span>
            </div>
            <p className={classes.remedy}>{t(`remedy_${kind}`)}</p>
          </li>
        ))}
      </ul>
    </SetupCard>
  );
};
