import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, Link } from '@backstage/ui';
import type { EntityHistory } from '@linchpin/backstage-plugin-incidents-common';
import type { ReactNode } from 'react';
import { useDayFormat } from '../../charts/useDayFormat';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import { useIncidentsPaths } from '../../navigation/navigation';
import { Continuity } from './Continuity';
import { LiveRow } from './LiveRow';
import type { Ownership } from './useHistoryFilters';
import classes from './StateCard.module.css';

/** How it stands, in one sentence, and each live incident with its next news. */
export const StateCard = (props: {
  entityRef: string;
  history: EntityHistory;
  /** The way to report, where there is one. */
  report: ReactNode;
  ownership: Ownership;
}) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { live } = props.history;
  const { kind } = parseEntityRef(props.entityRef);
  const sum = sumWords(kind, props.ownership);
  return (
    <Card className={classes.card}>
      <header className={classes.head}>
        <h2 className={classes.state}>
          <StateSentence history={props.history} />
        </h2>
        {props.report}
      </header>
      {sum && <p className={classes.sum}>{t(sum)}</p>}
      <Continuity history={props.history} />
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

/** What the figures of something that has parts add up. */
function sumWords(kind: string, ownership: Ownership) {
  switch (kind) {
    case 'system':
    case 'domain':
      return `adds_${kind}` as const;
    case 'group':
      return `adds_group_${ownership}` as const;
    default:
      return undefined;
  }
}

/** What is still to be done, and how much of it is late; nothing where nothing is. */
const OpenActions = ({ history }: { history: EntityHistory }) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const paths = useIncidentsPaths();
  const { open, overdue } = history.actions;
  return open > 0 ? (
    <>
      <Link
        href={`${paths.actions}?scope=${history.entity.ref}`}
        standalone
        className={classes.open}
      >
        {t('openActions', { count: open })}
      </Link>
      {overdue > 0 && (
        <span className={classes.late}>
          , {t('overdueActions', { count: overdue })}
        </span>
      )}
      {'. '}
    </>
  ) : null;
};

const StateSentence = ({ history }: { history: EntityHistory }) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { live, months } = history;
  const format = useDayFormat();
  const month = format.longMonthAndYear(`${months[0].month}-01`);
  const year = months.reduce((sum, { incidents }) => sum + incidents, 0);
  return (
    <>
      <strong>
        {live.length === 0 && t('noneLive')}
        {live.length === 1 && t('oneLive', { priority: live[0].priority })}
        {live.length > 1 &&
          t('someLive', { count: live.length, priority: live[0].priority })}
      </strong>{' '}
      <OpenActions history={history} />
      {year === 0
        ? t('yearNone', { month })
        : t('year', { count: year, month })}
    </>
  );
};
