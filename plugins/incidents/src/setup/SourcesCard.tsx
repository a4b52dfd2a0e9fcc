import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Setup } from '@linchpin/backstage-plugin-incidents-common';
import { Ago } from '../elements/Instant';
import { incidentsSetupTranslationRef } from '../translations/setup';
import { Nothing, SetupCard } from './SetupCard';
import classes from './table.module.css';

/** Who sends, when last, and how much of it could not be read. */
export const SourcesCard = (props: { sources: Setup['sources'] }) => {
  const { t } = useTranslationRef(incidentsSetupTranslationRef);
  return (
    <SetupCard title={t('sources')}>
      {props.sources.length === 0 ? (
        <Nothing>{t('sourcesEmpty')}</Nothing>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('source')}</th>
              <th scope="col">{t('lastReceived')}</th>
              <th scope="col" className={classes.number}>
                {t('today')}
              </th>
              <th scope="col" className={classes.number}>
                {t('keptAside')}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.sources.map(source => (
              <tr key={source.id}>
                <td>
                  <strong>{source.title}</strong>
                </td>
                <td>
                  {source.lastReceivedAt ? (
                    <Ago at={source.lastReceivedAt} />
                  ) : (
                    <span className={classes.muted}>{t('never')}</span>
                  )}
                </td>
                <td className={classes.number}>{source.today}</td>
                <td className={classes.number}>
                  {source.keptAside > 0 ? (
                    <a href={`#${KEPT_ASIDE_ID}`} className={classes.link}>
                      {source.keptAside}
                    </a>
                  ) : (
                    0
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SetupCard>
  );
};

export const KEPT_ASIDE_ID = 'kept-aside';
