import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Insights } from '@linchpin/backstage-plugin-incidents-common';
import { ChartCard } from '../charts/ChartCard';
import { useShareFormat } from '../charts/useShareFormat';
import { EntityName } from '../elements/names';
import { incidentsInsightsTranslationRef } from '../translations/insights';
import classes from './Readiness.module.css';

const LACKS = ['noOwner', 'ownerWithoutMembers', 'noRunbook'] as const;

/** What would be hard to help when it is in trouble. */
export const Readiness = ({ readiness }: Pick<Insights, 'readiness'>) => {
  const { t } = useTranslationRef(incidentsInsightsTranslationRef);
  const format = useShareFormat();
  const { counts } = readiness;
  const lacking = LACKS.filter(lack => counts[lack].n > 0);
  return (
    <ChartCard
      title={t('readiness')}
      count={t('readinessHint')}
      file="insights-readiness"
      columns={[
        {
          name: 'entity',
          title: t('columnEntity'),
          value: row => row.entity.ref,
          show: row => <EntityName entity={row.entity} />,
        },
        {
          name: 'lacks',
          title: t('columnLacks'),
          value: row => row.lack,
          show: row => t(row.lack),
        },
      ]}
      rows={LACKS.flatMap(lack =>
        readiness[lack].map(entity => ({ entity, lack })),
      )}
    >
      {lacking.length === 0 && <p className={classes.ready}>{t('allReady')}</p>}
      {lacking.map(lack => (
        <section key={lack} className={classes.lack}>
          <h3 className={classes.what}>
            {t(lack)}{' '}
            <span className={classes.count}>
              {format.counted(counts[lack])}
            </span>
          </h3>
          <ul className={classes.entities}>
            {readiness[lack].map(entity => (
              <li key={entity.ref}>
                <EntityName entity={entity} />
              </li>
            ))}
            {counts[lack].n > readiness[lack].length && (
              <li>
                {t('andMore', {
                  count: counts[lack].n - readiness[lack].length,
                })}
              </li>
            )}
          </ul>
        </section>
      ))}
    </ChartCard>
  );
};
