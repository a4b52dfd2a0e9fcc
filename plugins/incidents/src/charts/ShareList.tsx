import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsChartsTranslationRef } from '../translations/charts';
import type { ShareFigure } from './useFigureColumns';
import { useShareFormat } from './useShareFormat';
import classes from './ShareList.module.css';

/** Shares beside one another, each with what it is of. */
export const ShareList = (props: { shares: readonly ShareFigure[] }) => {
  const { t } = useTranslationRef(incidentsChartsTranslationRef);
  const format = useShareFormat();
  return (
    <dl className={classes.shares}>
      {props.shares.map(({ figure, share }) => (
        <div key={figure}>
          <dt className={classes.name}>{t(figure)}</dt>
          <dd className={classes.share}>{format.share(share)}</dd>
        </div>
      ))}
    </dl>
  );
};
