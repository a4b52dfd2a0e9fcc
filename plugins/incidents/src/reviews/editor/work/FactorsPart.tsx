import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { FactorForm } from './FactorForm';
import { FactorLine } from './FactorLine';
import { Part } from './Part';
import classes from './Part.module.css';

const NEW = 'new';

/** What contributed: several things, never one root cause, and where each was seen before. */
export const FactorsPart = (props: {
  review: ReviewAnswer;
  /** Makes an action item about one of them. */
  onAct: (factor: ReviewAnswer['factors'][number]) => void;
}) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { review } = props;
  const { factors, viewer } = review;
  const [written, write] = useState<string>();
  const mayWrite = viewer.commands.includes('add-factor');
  const close = () => write(undefined);
  return (
    <Part
      id="factors"
      title={t('factors')}
      action={
        mayWrite &&
        written !== NEW && (
          <Button size="small" variant="secondary" onPress={() => write(NEW)}>
            {t('add-factor')}
          </Button>
        )
      }
    >
      {factors.length === 0 && written !== NEW && (
        <p className={classes.nothing}>{t('noFactors')}</p>
      )}
      {factors.length > 0 && (
        <ul className={classes.rows}>
          {factors.map(factor => (
            <li key={factor.id}>
              {written === factor.id ? (
                <FactorForm review={review} factor={factor} onClose={close} />
              ) : (
                <FactorLine
                  review={review}
                  factor={factor}
                  mayWrite={mayWrite}
                  mayAct={viewer.commands.includes('comment')}
                  onChange={() => write(factor.id)}
                  onAct={() => props.onAct(factor)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {written === NEW && <FactorForm review={review} onClose={close} />}
    </Part>
  );
};
