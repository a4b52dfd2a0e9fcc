import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiErrorWarningLine, RiLockLine } from '@remixicon/react';
import { isForbidden, reasonOf } from '../../api/errors';
import { incidentsCardTranslationRef } from '../../translations/card';
import { Line, Lines } from './Line';
import classes from './CardFailed.module.css';

/** The card without its facts: why, and what can be done about it. */
export const CardFailed = (props: { error: unknown; onRetry: () => void }) => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  if (isForbidden(props.error)) {
    return (
      <Lines>
        <Line icon={<RiLockLine />}>{t('forbidden')}</Line>
      </Lines>
    );
  }
  return (
    <div role="alert">
      <Lines>
        <Line icon={<RiErrorWarningLine />}>
          {t('failed')}
          <div className={classes.reason}>{reasonOf(props.error)}</div>
          <Button size="small" variant="secondary" onPress={props.onRetry}>
            {t('tryAgain')}
          </Button>
        </Line>
      </Lines>
    </div>
  );
};
