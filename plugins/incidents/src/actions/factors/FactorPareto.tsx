import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Factors } from '@linchpin/backstage-plugin-incidents-common';
import { RiRestartLine } from '@remixicon/react';
import { Fragment, useState } from 'react';
import { useFactors } from '../../api/reviews';
import { ChartCard } from '../../charts/ChartCard';
import type { Column } from '../../charts/column';
import { useShareFormat } from '../../charts/useShareFormat';
import { EmptyState, FailedPart, RowSkeleton } from '../../elements/states';
import { IncidentLink } from '../../incident/IncidentLink';
import { useIncidentsPaths } from '../../navigation/navigation';
import { incidentsFollowThroughTranslationRef } from '../../translations/followThrough';
import classes from './FactorPareto.module.css';

type Factor = Factors['factors'][number];

const SHOWN = 10;

/** What contributed to incidents, most often first; each leads to its incidents and to what is done about it. */
export const FactorPareto = (props: {
  /** An entity with its parts, or a group; all where left out. */
  scope?: string;
  /** The name of the file, without its ending. */
  file: string;
}) => {
  const { t } = useTranslationRef(incidentsFollowThroughTranslationRef);
  const { share } = useShareFormat();
  const { data, error, refetch } = useFactors(
    props.scope ? { scope: props.scope } : {},
  );
  const columns = useColumns();
  const [picked, setPicked] = useState<string>();
  const factors = data?.factors ?? [];
  const most = Math.max(1, ...factors.map(({ incidents }) => incidents));
  return (
    <ChartCard
      title={t('factors')}
      count={
        data &&
        t('reviewedOf', {
          share: share({ n: data.reviewed, of: data.incidents }),
        })
      }
      file={props.file}
      columns={columns}
      rows={factors}
      notes={factors.length > 0 && <span>{t('factorsNote')}</span>}
    >
      {!data && error && <FailedPart error={error} onRetry={refetch} />}
      {!data && !error && <RowSkeleton rows={4} />}
      {data && factors.length === 0 && <EmptyState title={t('noFactors')} />}
      <ul className={classes.factors}>
        {factors.slice(0, SHOWN).map(factor => (
          <li key={factor.tag}>
            <button
              type="button"
              className={classes.factor}
              aria-expanded={picked === factor.tag}
              onClick={() =>
                setPicked(picked === factor.tag ? undefined : factor.tag)
              }
            >
              <span className={classes.name}>{factor.tag}</span>{' '}
              <span className={classes.bar} aria-hidden="true">
                <span
                  style={{ width: `${(factor.incidents / most) * 100}%` }}
                />
              </span>
              <span className={classes.words}>
                {t('factorIncidents', { count: factor.incidents })}{' '}
                {factor.recurred && (
                  <span className={classes.recurred}>
                    <RiRestartLine size={14} aria-hidden="true" />
                    {t('factorRecurred')}
                  </span>
                )}
              </span>
            </button>
            {picked === factor.tag && (
              <Behind factor={factor} scope={props.scope} />
            )}
          </li>
        ))}
      </ul>
    </ChartCard>
  );
};

/** The incidents that a bar stands for, and the open action items about it. */
const Behind = (props: { factor: Factor; scope: string | undefined }) => {
  const { t } = useTranslationRef(incidentsFollowThroughTranslationRef);
  const paths = useIncidentsPaths();
  const { factor, scope } = props;
  const { tag, numbers, openActions, overdueActions } = factor;
  const search = new URLSearchParams({ factor: tag, ...(scope && { scope }) });
  return (
    <div className={classes.behind}>
      <span>
        {numbers.map((number, index) => (
          <Fragment key={number}>
            {index > 0 && ', '}
            <IncidentLink number={number} />
          </Fragment>
        ))}
        {factor.incidents > numbers.length &&
          ` ${t('andMore', { more: String(factor.incidents - numbers.length) })}`}
      </span>
      <span>
        {openActions === 0 ? (
          t('noOpenActions')
        ) : (
          <Link
            href={`${paths.actions}?${search}`}
            standalone
            className={classes.link}
          >
            {t('openActions', { count: openActions })}
          </Link>
        )}
        {overdueActions > 0 && (
          <span className={classes.late}>
            {' '}
            {t('overdueCount', { count: overdueActions })}
          </span>
        )}
      </span>
    </div>
  );
};

function useColumns(): Column<Factor>[] {
  const { t } = useTranslationRef(incidentsFollowThroughTranslationRef);
  return [
    { name: 'factor', title: t('factor'), value: row => row.tag },
    {
      name: 'incidents',
      title: t('incidents'),
      value: row => row.incidents,
      isNumber: true,
    },
    {
      name: 'recurred',
      title: t('factorRecurred'),
      value: row => String(row.recurred),
      show: row => (row.recurred ? '✓' : '–'),
    },
    {
      name: 'open_actions',
      title: t('columnOpenActions'),
      value: row => row.openActions,
      isNumber: true,
    },
    {
      name: 'overdue_actions',
      title: t('overdue'),
      value: row => row.overdueActions,
      isNumber: true,
    },
    {
      name: 'numbers',
      title: t('incidents'),
      value: row => row.numbers.join(' '),
      isInFileOnly: true,
    },
  ];
}
