import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Insights,
  InsightsQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import { useInsights } from '../api/queries';
import { Coverage } from '../charts/Coverage';
import { EmptyState, FailedPart, RowSkeleton } from '../elements/states';
import { incidentsChartsTranslationRef } from '../translations/charts';
import { incidentsInsightsTranslationRef } from '../translations/insights';
import { ClocksKept } from './ClocksKept';
import { LearntInTime } from './LearntInTime';
import { InsightsToolbar } from './InsightsToolbar';
import { Noisiest } from './Noisiest';
import { Readiness } from './Readiness';
import { Services } from './Services';
import { useInsightsFilter } from './useInsightsFilter';
import { WhereTimeGoes } from './WhereTimeGoes';
import { WhoHadIt } from './WhoHadIt';
import classes from './InsightsPage.module.css';

/** Across teams and services: where the time goes, what was noise, which promises were kept, and what is not ready. */
export const InsightsPage = () => {
  const filter = useInsightsFilter();
  const { data, error, refetch, isPlaceholderData } = useInsights(filter.query);
  return (
    <>
      <InsightsToolbar filter={filter}>
        {data && <About insights={data} />}
      </InsightsToolbar>
      {data && (
        <Cards
          insights={data}
          query={filter.query}
          isBusy={isPlaceholderData}
        />
      )}
      {!data && error && <FailedPart error={error} onRetry={refetch} />}
      {!data && !error && <RowSkeleton rows={8} />}
    </>
  );
};

const About = ({ insights }: { insights: Insights }) => {
  const { t } = useTranslationRef(incidentsInsightsTranslationRef);
  const charts = useTranslationRef(incidentsChartsTranslationRef);
  const { named } = insights;
  return (
    <>
      <span>
        {t('summary', {
          counted: charts.t('incidents', { count: insights.counted }),
          zone: insights.zone,
        })}
      </span>
      {(['teams', 'services'] as const)
        .filter(kind => named[kind].n < named[kind].of)
        .map(kind => (
          <span key={kind}>
            {t(`named_${kind}`, {
              n: String(named[kind].n),
              of: String(named[kind].of),
            })}
          </span>
        ))}
      <Coverage of={insights} />
    </>
  );
};

const Cards = (props: {
  insights: Insights;
  query: Partial<InsightsQuery>;
  isBusy: boolean;
}) => {
  const { t } = useTranslationRef(incidentsInsightsTranslationRef);
  const { insights } = props;
  if (insights.counted === 0 && insights.noisiest.length === 0) {
    return (
      <>
        <EmptyState title={t('nothing')} />
        <Readiness readiness={insights.readiness} />
      </>
    );
  }
  return (
    <div className={classes.cards} aria-busy={props.isBusy}>
      <div className={classes.column}>
        <WhereTimeGoes insights={insights} />
        <Noisiest noisiest={insights.noisiest} />
        <Readiness readiness={insights.readiness} />
      </div>
      <div className={classes.column}>
        <LearntInTime query={props.query} />
        <WhoHadIt teams={insights.teams} />
        <ClocksKept teams={insights.teams} promises={insights.promises} />
        <Services services={insights.services} />
      </div>
    </div>
  );
};
