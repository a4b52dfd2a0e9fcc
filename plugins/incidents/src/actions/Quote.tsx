import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsActionsTranslationRef } from '../translations/actions';
import classes from './Quote.module.css';

/** The sentence of a review that an action item is made from. */
export const Quote = (props: { text: string }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  return (
    <figure className={classes.quote}>
      <figcaption>{t('fromReview')}</figcaption>
      <blockquote>{props.text}</blockquote>
    </figure>
  );
};
