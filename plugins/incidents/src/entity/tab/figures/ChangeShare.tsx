import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HistoryFigures } from '@linchpin/backstage-plugin-incidents-common';
import { ChartCard } from '../../../charts/ChartCard';
import { StatisticsWords } from '../../../charts/StatisticsWords';
import { useShareFormat } from '../../../charts/useShareFormat';
import { incidentsHistoryTranslationRef } from '../../../translations/history';
import type { Marked } from '../useMarked';
import { useCauseColumns } from './useCauseColumns';
import classes from './ChangeShare.module.css';

/** How much of what happened a change caused, as far as anybody linked it. */
export const ChangeShare = (props: {
  figures: HistoryFigures;
  file: string;
  marked: Marked;
}) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const format = useShareFormat();
  const columns = useCauseColumns();
  const { caused, byKind, failRate, recovery } = props.figures.changes;
  const others = caused.of - caused.n;
  return (
    <ChartCard
      title={t('byAChange')}
      count={null}
      file={`${props.file}-causes`}
      columns={columns}
      rows={[
        { cause: 'deployment', n: byKind.deployment, of: caused.of },
        { cause: 'configuration', n: byKind.configuration, of: caused.of },
        { cause: 'none', n: others, of: caused.of },
      ]}
      notes={
        <>
          <span>
            {failRate
              ? t('failRate', { share: format.share(failRate) })
              : t('noDeployments')}
          </span>
          {recovery.n > 0 && (
            <span>
              {t('recovery')} <StatisticsWords statistics={recovery} />
            </span>
          )}
        </>
      }
    >
      <p className={classes.share}>
        <strong>{format.counted(caused)}</strong>{' '}
        <span className={classes.muted}>
          {t('haveAChange', { share: format.percent(caused) })}
        </span>
      </p>
      <div className={classes.bar}>
        {caused.n > 0 && (
          <button
            type="button"
            className={classes.change}
            style={{ flexGrow: caused.n }}
            aria-label={t('causedByChange', { count: caused.n })}
            aria-pressed={props.marked.mark?.kind === 'change'}
            onClick={() => props.marked.toggle({ kind: 'change' })}
          />
        )}
        {others > 0 && (
          <span className={classes.others} style={{ flexGrow: others }} />
        )}
      </div>
      <ul className={classes.legend}>
        <li data-cause="change">
          {t('cause_deployment')} {format.number(byKind.deployment)}
        </li>
        <li data-cause="change">
          {t('cause_configuration')} {format.number(byKind.configuration)}
        </li>
        <li data-cause="none">
          {t('cause_none')} {format.number(others)}
        </li>
      </ul>
    </ChartCard>
  );
};
