import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Setup } from '@linchpin/backstage-plugin-incidents-common';
import { Ago } from '../elements/Instant';
import { incidentsSetupTranslationRef } from '../translations/setup';
import classes from './entries.module.css';
import { SetupCard } from './SetupCard';
import { KEPT_ASIDE_ID } from './SourcesCard';
import tableClasses from './table.module.css';

/** Alerts that could not be read, with the reason; absent where there are none. */
export const KeptAsideCard = (props: { keptAside: Setup['keptAside'] }) => {
  const { t } = useTranslationRef(incidentsSetupTranslationRef);
  if (props.keptAside.length === 0) {
    return null;
  }
  return (
    <SetupCard
      id={KEPT_ASIDE_ID}
      title={t('keptAsideTitle')}
      count={props.keptAside.length}
    >
      <ul className={classes.list}>
        {props.keptAside.map(kept => (
          <li key={kept.id}>
            <div className={classes.head}>
              <span className={classes.what}>{kept.reason}</span>
              <span className={classes.when}>
                {kept.source} · <Ago at={kept.receivedAt} />
              </span>
            </div>
            <code className={classes.excerpt}>{kept.excerpt}</code>
          </li>
        ))}
      </ul>
      <p className={tableClasses.note}>{t('keptAsideHint')}</p>
    </SetupCard>
  );
};
