import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import { EntityName, PersonName } from '../../../elements/names';
import { PriorityMark } from '../../../elements/PriorityMark';
import { useDurationFormat, useInstantFormat } from '../../../elements/time';
import { SideCard } from '../../../incident/layout/SideCard';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import classes from './Facts.module.css';
import { Scorecard } from './Scorecard';

/** What the incident recorded: counted, never typed. */
export const Facts = (props: { review: ReviewAnswer }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { review } = props;
  return (
    <div className={classes.facts}>
      <Impact impact={review.impact} />
      <Scorecard review={review} />
      {review.responders.length > 0 && (
        <SideCard title={t('responders')}>
          <ul className={classes.people}>
            {review.responders.map(person => (
              <li key={person.ref}>
                <PersonName person={person} />
              </li>
            ))}
          </ul>
        </SideCard>
      )}
    </div>
  );
};

const Impact = (props: { impact: ReviewAnswer['impact'] }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const format = useInstantFormat();
  const { duration } = useDurationFormat();
  const { milliseconds, windows, at, affectedPeople, entities } = props.impact;
  return (
    <SideCard
      title={t('impactInNumbers')}
      aside={milliseconds === null ? t('unknown') : duration(milliseconds)}
    >
      <dl className={classes.list}>
        {windows.map(({ from, to }) => (
          <div key={from} className={classes.window}>
            <dt>{format.full(from)}</dt>
            <dd>{to ? t('until', { at: format.full(to) }) : t('goesOn')}</dd>
          </div>
        ))}
        {at.map(each => (
          <div key={each.priority}>
            <dt>
              <PriorityMark priority={each.priority} />
            </dt>
            <dd>{duration(each.milliseconds)}</dd>
          </div>
        ))}
        {affectedPeople > 0 && (
          <div>
            <dt>{t('affectedPeople')}</dt>
            <dd>{affectedPeople}</dd>
          </div>
        )}
      </dl>
      {entities.length > 0 && (
        <ul className={classes.entities}>
          {entities.map(entity => (
            <li key={entity.ref}>
              <EntityName entity={entity} />
            </li>
          ))}
        </ul>
      )}
    </SideCard>
  );
};
