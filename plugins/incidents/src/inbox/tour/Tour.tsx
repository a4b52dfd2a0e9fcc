import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import { Kbd } from '../../elements/Kbd';
import { incidentsInboxTranslationRef } from '../../translations/inbox';
import classes from './Tour.module.css';
import { TourAction } from './TourAction';
import { type Step, STEPS, useTour } from './useTour';

/**
 * Four steps for the first visit; gone for good when they are done with.
 *
 * @param onLookAt - shows the row of an incident, also where it has only just come
 */
export const Tour = (props: { onLookAt: (number: string) => void }) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const tour = useTour();
  if (!tour.isShown) {
    return null;
  }
  const next = STEPS.find(step => !tour.done.includes(step));
  return (
    <section className={classes.tour} aria-label={t('tour')}>
      <span className={classes.heading}>
        {t(next ? 'tourTitle' : 'tourAllDone')}
      </span>
      <ol className={classes.steps}>
        {STEPS.map((step, index) => {
          const isDone = tour.done.includes(step);
          return (
            <li
              key={step}
              className={classes.step}
              data-done={isDone || undefined}
              aria-current={step === next ? 'step' : undefined}
            >
              <span className={classes.number}>
                {isDone ? (
                  <RiCheckLine size={14} aria-label={t('tourDone')} />
                ) : (
                  index + 1
                )}
              </span>
              <TourAction
                step={step}
                taken={tour.taken}
                arrived={tour.arrived}
                onLookAt={props.onLookAt}
                onFollow={() => tour.tick('service')}
              >
                <StepWords step={step} />
              </TourAction>
            </li>
          );
        })}
      </ol>
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={t('tourDismiss')}
        icon={<RiCloseLine />}
        onPress={tour.dismiss}
      />
    </section>
  );
};

const StepWords = (props: { step: Step }) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  switch (props.step) {
    case 'take':
      return <>{t('tour_take', { key: <Kbd>a</Kbd> })}</>;
    case 'update':
      return <>{t('tour_update', { key: <Kbd>u</Kbd> })}</>;
    default:
      return <>{t(`tour_${props.step}`)}</>;
  }
};
