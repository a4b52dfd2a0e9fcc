import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Insights } from '@linchpin/backstage-plugin-incidents-common';
import { BarList } from '../charts/BarList';
import { ChartCard } from '../charts/ChartCard';
import type { Column } from '../charts/column';
import { EntityName } from '../elements/names';
import { incidentsInsightsTranslationRef } from '../translations/insights';

type Row = Insights['noisiest'][number];

/** From what asked for something to what asked for nothing. */
const OUTCOMES: readonly (keyof Row['became'])[] = [
  'resolved',
  'live',
  'recovered',
  'dismissed',
  'merged',
  'recorded',
];

const SHOWN = 10;

/** The alerts that fired most often, and what became of that: whoever mostly dismisses one should mend or drop it. */
export const Noisiest = ({ noisiest }: Pick<Insights, 'noisiest'>) => {
  const { t } = useTranslationRef(incidentsInsightsTranslationRef);
  const words = ({ fired, became }: Row) =>
    t('fired', {
      count: fired,
      became: OUTCOMES.filter(outcome => became[outcome] > 0)
        .map(outcome =>
          t('becamePart', {
            times: String(became[outcome]),
            outcome: t(`became_${outcome}`),
          }),
        )
        .join(', '),
    });
  return (
    <ChartCard
      title={t('noise')}
      count={t('noiseHint')}
      file="insights-alerts"
      columns={useNoiseColumns()}
      rows={noisiest}
    >
      <BarList
        rows={noisiest.slice(0, SHOWN).map(row => ({
          key: `${row.source} ${row.entity?.ref} ${row.alert}`,
          name: <span title={row.alert}>{row.alert}</span>,
          parts: OUTCOMES.map(outcome => ({
            kind: outcome,
            value: row.became[outcome],
          })),
          words: (
            <>
              {row.entity && (
                <>
                  <EntityName entity={row.entity} />,{' '}
                </>
              )}
              {words(row)}
            </>
          ),
        }))}
        legend={OUTCOMES.map(outcome => ({
          kind: outcome,
          name: t(`became_${outcome}`),
        }))}
      />
    </ChartCard>
  );
};

function useNoiseColumns(): Column<Row>[] {
  const { t } = useTranslationRef(incidentsInsightsTranslationRef);
  return [
    { name: 'alert', title: t('columnAlert'), value: row => row.alert },
    {
      name: 'entity',
      title: t('columnEntity'),
      value: row => row.entity?.ref ?? null,
      show: row => row.entity && <EntityName entity={row.entity} />,
    },
    {
      name: 'source',
      title: t('columnSource'),
      value: row => row.source,
      isInFileOnly: true,
    },
    {
      name: 'fired',
      title: t('columnFired'),
      value: row => row.fired,
      isNumber: true,
    },
    ...OUTCOMES.map((outcome): Column<Row> => ({
      name: outcome,
      title: t(`became_${outcome}`),
      value: row => row.became[outcome],
      isNumber: true,
    })),
  ];
}
