import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsChartsTranslationRef } from '../translations/charts';
import classes from './Nothing.module.css';

/** In the place of a chart or a table that has no rows. */
export const Nothing = () => {
  const { t } = useTranslationRef(incidentsChartsTranslationRef);
  return <p className={classes.nothing}>{t('nothing')}</p>;
};
