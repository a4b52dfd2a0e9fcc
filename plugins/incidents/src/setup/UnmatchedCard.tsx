import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Setup } from '@linchpin/backstage-plugin-incidents-common';
import { Fragment } from 'react';
import { EntityName } from '../elements/names';
import { incidentsSetupTranslationRef } from '../translations/setup';
import { Nothing, SetupCard } from './SetupCard';
import classes from './table.module.css';

/** What alerts called things that the catalog does not know by that name. */
export const UnmatchedCard = (props: { unmatched: Setup['unmatched'] }) => {
  const { t } = useTranslationRef(incidentsSetupTranslationRef);
  const { unmatched } = props;
  return (
    <SetupCard title={t('unmatched')} count={unmatched.length}>
      {unmatched.length === 0 ? (
        <Nothing>{t('unmatchedEmpty')}</Nothing>
      ) : (
        <>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('labels')}</th>
                <th scope="col" className={classes.number}>
                  {t('alerts')}
                </th>
                <th scope="col">{t('candidates')}</th>
              </tr>
            </thead>
            <tbody>
              {unmatched.map(({ labels, alerts, reason, candidates }) => (
                <tr key={written(labels)}>
                  <td className={classes.labels}>{written(labels)}</td>
                  <td className={classes.number}>{alerts}</td>
                  <td>
                    {reason === 'several' && (
                      <span className={classes.muted}>
                        {t('severalMatch')}:{' '}
                      </span>
                    )}
                    {candidates.length === 0 && (
                      <span className={classes.muted}>{t('noCandidates')}</span>
                    )}
                    {candidates.map(({ entityRef, title }, index) => (
                      <Fragment key={entityRef}>
                        {index > 0 && ', '}
                        <EntityName entity={{ ref: entityRef, title }} />
                      </Fragment>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={classes.note}>
            {t('unmatchedHint', {
              labels: <code>incidents.routing.matchLabels</code>,
              annotation: <code>linchpin.dev/alert-name</code>,
            })}
          </p>
        </>
      )}
    </SetupCard>
  );
};

/** As PromQL writes them: `service="pay-gw" job="blackbox"` */
function written(labels: Record<string, string>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}
