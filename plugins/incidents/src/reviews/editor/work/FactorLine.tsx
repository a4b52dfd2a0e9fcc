import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import { IncidentLink } from '../../../incident/IncidentLink';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import classes from './Part.module.css';
import { useTakeOut } from './useTakeOut';

/** One thing that contributed, and the incidents in which it did before. */
export const FactorLine = (props: {
  review: ReviewAnswer;
  factor: ReviewAnswer['factors'][number];
  mayWrite: boolean;
  mayAct: boolean;
  onChange: () => void;
  onAct: () => void;
}) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { review, factor } = props;
  const takeOut = useTakeOut(review);
  return (
    <div className={classes.row}>
      <p className={classes.what}>
        <span className={classes.tag}>{factor.tag}</span>
        {factor.text}
      </p>
      <span className={classes.tools}>
        {props.mayAct && (
          <Button size="small" variant="tertiary" onPress={props.onAct}>
            {t('actFromFactor')}
          </Button>
        )}
        {props.mayWrite && (
          <>
            <Button size="small" variant="tertiary" onPress={props.onChange}>
              {t('change-factor')}
            </Button>
            <Button
              size="small"
              variant="tertiary"
              onPress={() => takeOut({ type: 'remove-factor', id: factor.id })}
            >
              {t('remove-factor')}
            </Button>
          </>
        )}
      </span>
      {factor.seenIn.length > 0 && (
        <p className={classes.second}>
          <span>{t('seenIn')}</span>
          {factor.seenIn.map(({ number, title }) => (
            <span key={number} title={title}>
              <IncidentLink number={number} />
            </span>
          ))}
        </p>
      )}
    </div>
  );
};
