import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HistoryFigures } from '@linchpin/backstage-plugin-incidents-common';
import { ChartCard } from '../../../charts/ChartCard';
import { useFigureColumns } from '../../../charts/useFigureColumns';
import { incidentsHistoryTranslationRef } from '../../../translations/history';

/** All else that can be said of the incidents together, as numbers. */
export const Further = (props: { figures: HistoryFigures; file: string }) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const columns = useFigureColumns();
  const { durations, outcomes, promises } = props.figures;
  return (
    <ChartCard
      title={t('further')}
      count={t('furtherHint')}
      file={`${props.file}-figures`}
      columns={columns}
      rows={[
        { figure: 'detect', statistics: durations.detect },
        { figure: 'declare', statistics: durations.declare },
        { figure: 'acknowledge', statistics: durations.acknowledge },
        { figure: 'mitigate', statistics: durations.mitigate },
        { figure: 'resolve', statistics: durations.resolve },
        { figure: 'reopened', share: outcomes.reopened },
        { figure: 'recurrences', share: outcomes.recurrences },
        { figure: 'recovered', share: outcomes.recovered },
        { figure: 'falseAlarms', share: outcomes.falseAlarms },
        { figure: 'acknowledged', share: promises.acknowledged },
        { figure: 'updates', share: promises.updates },
      ]}
    />
  );
};
