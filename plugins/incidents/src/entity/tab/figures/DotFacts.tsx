import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { phaseParts, PHASES } from '../../../charts/phases';
import { PartSwatch, StackedBar } from '../../../charts/StackedBar';
import { PriorityMark } from '../../../elements/PriorityMark';
import { useDurationFormat, useInstantFormat } from '../../../elements/time';
import { incidentsChartsTranslationRef } from '../../../translations/charts';
import { incidentsHistoryTranslationRef } from '../../../translations/history';
import classes from './DotFacts.module.css';
import type { HistoryDot } from './marks';
import { useDotTime } from './useDotTime';

/** What is behind a dot: which incident, when, and where its time went. */
export const DotFacts = ({ dot }: { dot: HistoryDot }) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const charts = useTranslationRef(incidentsChartsTranslationRef);
  const { duration } = useDurationFormat();
  const { date } = useInstantFormat();
  const time = useDotTime();
  return (
    <>
      <strong className={classes.title}>{dot.title}</strong>
      <span className={classes.facts}>
        <PriorityMark priority={dot.priority} />
        <span>
          {dot.number}, {date(dot.declaredAt)}
        </span>
      </span>
      <span>{t('fromImpact', { duration: time(dot) })}</span>
      <span className={classes.response}>{t('fromDeclaration')}</span>
      <StackedBar parts={phaseParts(dot.phases)} />
      {PHASES.filter(phase => dot.phases[phase] > 0).map(phase => (
        <span key={phase} className={classes.phase}>
          <span>
            <PartSwatch kind={phase} /> {charts.t(phase)}
          </span>
          <span>{duration(dot.phases[phase])}</span>
        </span>
      ))}
      {dot.causedByChange && <span>{t('byChange')}</span>}
      {dot.reopened && <span>{t('reopened')}</span>}
    </>
  );
};
