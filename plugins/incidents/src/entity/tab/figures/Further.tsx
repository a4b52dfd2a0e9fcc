import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HistoryFigures } from '@linchpin/backstage-plugin-incidents-common';
import { FigureCard } from '../../../charts/FigureCard';
import { ChartTable } from '../../../charts/ChartTable';
import { ShareList } from '../../../charts/ShareList';
import {
  type DurationFigure,
  type ShareFigure,
  useFigureColumns,
} from '../../../charts/useFigureColumns';
import { incidentsHistoryTranslationRef } from '../../../translations/history';

/** All else that can be said of the incidents together, as numbers. */
export const Further = (props: { figures: HistoryFigures; file: string }) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const columns = useFigureColumns();
  const { durations, outcomes, promises } = props.figures;
  const times: DurationFigure[] = [
    { figure: 'detect', statistics: durations.detect },
    { figure: 'declare', statistics: durations.declare },
    { figure: 'acknowledge', statistics: durations.acknowledge },
    { figure: 'mitigate', statistics: durations.mitigate },
    { figure: 'resolve', statistics: durations.resolve },
    {
      figure: 'declaredToResolved',
      statistics: durations.declaredToResolved,
    },
  ];
  const shares: ShareFigure[] = [
    { figure: 'acknowledged', share: promises.acknowledged },
    { figure: 'updates', share: promises.updates },
    { figure: 'actions', share: promises.actions },
    { figure: 'reopened', share: outcomes.reopened },
    { figure: 'recurrences', share: outcomes.recurrences },
    { figure: 'recovered', share: outcomes.recovered },
    { figure: 'falseAlarms', share: outcomes.falseAlarms },
  ];
  return (
    <FigureCard
      title={t('further')}
      count={t('furtherHint')}
      file={`${props.file}-figures`}
      columns={columns}
      rows={[...times, ...shares]}
    >
      <ChartTable label={t('further')} columns={columns} rows={times} />
      <ShareList shares={shares} />
    </FigureCard>
  );
};
