import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card } from '@backstage/ui';
import type { EntityHistory } from '@linchpin/backstage-plugin-incidents-common';
import { ReportButton } from '../../report/ReportButton';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import { LiveRow } from './LiveRow';
import classes from './StateCard.module.css';

/** How it stands, in one sentence, and each live incident with its next news. */
export const StateCard = (props: {
  entityRef: string;
  history: EntityHistory;
}) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { live, mayReport } = props.history;
  return (
    <Card className={classes.card}>
      <header className={classes.head}>
        <h2 className={classes.state}>
          <StateSentence history={props.history} />
        </h2>
        {mayReport && (
          <ReportButton
            entityRef={props.entityRef}
            label={<span className={classes.report}>{t('report')}</span>}
          />
        )}
      </header>
      {live.length > 0 && (
        <ul className={classes.live}>
          {live.map(incident => (
            <LiveRow
              key={incident.id}
              incident={incident}
              entityRef={props.entityRef}
            />
          ))}
        </ul>
      )}
    </Card>
  );
};

const StateSentence = ({ history }: { history: EntityHistory }) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { live, months } = history;
  const year = months.reduce((sum, month) => sum + month.incidents, 0);
  return (
    <>
      <strong>
        {live.length === 0 && t('noneLive')}
        {live.length === 1 && t('oneLive', { priority: live[0].priority })}
        {live.length > 1 &&
          t('someLive', { count: live.length, priority: live[0].priority })}
      </strong>{' '}
      {year === 0 ? t('yearNone') : t('year', { count: year })}
    </>
  );
};
