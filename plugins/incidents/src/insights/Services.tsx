import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Insights } from '@linchpin/backstage-plugin-incidents-common';
import { BarList } from '../charts/BarList';
import { ChartCard } from '../charts/ChartCard';
import { minutesOf } from '../charts/minutesOf';
import { statisticsColumns } from '../charts/statisticsColumns';
import { EntityName } from '../elements/names';
import { useDurationFormat } from '../elements/time';
import { incidentsInsightsTranslationRef } from '../translations/insights';

type Service = Insights['services'][number];

const SHOWN = 10;

/** Where customers were affected longest. */
export const Services = ({ services }: Pick<Insights, 'services'>) => {
  const { t } = useTranslationRef(incidentsInsightsTranslationRef);
  const { duration } = useDurationFormat();
  return (
    <ChartCard
      title={t('services')}
      count={t('servicesHint')}
      file="insights-services"
      columns={[
        {
          name: 'service',
          title: t('columnService'),
          value: row => row.entity.ref,
          show: row => <EntityName entity={row.entity} />,
        },
        {
          name: 'impact_minutes',
          title: t('columnImpact'),
          value: row => minutesOf(row.impactMs),
          show: row => duration(row.impactMs),
          isNumber: true,
        },
        {
          name: 'incidents',
          title: t('columnIncidents'),
          value: row => row.incidents,
          isNumber: true,
        },
        ...statisticsColumns(
          'resolve',
          t('columnDurations'),
          (row: Service) => row.resolve,
        ),
      ]}
      rows={services}
    >
      <BarList
        rows={services.slice(0, SHOWN).map(row => ({
          key: row.entity.ref,
          name: <EntityName entity={row.entity} />,
          parts: [{ kind: 'whole', value: row.impactMs }],
          words: t('serviceWords', {
            count: row.incidents,
            impact: duration(row.impactMs),
          }),
        }))}
      />
    </ChartCard>
  );
};
