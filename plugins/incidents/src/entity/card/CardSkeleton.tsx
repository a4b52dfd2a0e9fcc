import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { incidentsCardTranslationRef } from '../../translations/card';
import headClasses from './CardHead.module.css';
import { Line, Lines } from './Line';

/** A calm service's card to come: most services are. */
export const CardSkeleton = () => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  return (
    <div role="status" aria-label={t('loading')}>
      <div aria-hidden="true">
        <div className={headClasses.head}>
          <div className={headClasses.calm}>
            <Skeleton width={14} height={14} rounded />
            <Skeleton width={112} height={16} />
          </div>
          <Skeleton width={132} height={32} />
        </div>
        <Lines>
          <LineToCome width="62%" />
          <LineToCome width="78%" />
        </Lines>
      </div>
    </div>
  );
};

const LineToCome = (props: { width: string }) => (
  <Line icon={<Skeleton width={16} height={16} rounded />}>
    <Skeleton width={props.width} height={16} />
  </Line>
);
