import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { EntityHistory } from '@linchpin/backstage-plugin-incidents-common';
import { useDayFormat } from '../../charts/useDayFormat';
import { useInstantFormat } from '../../elements/time';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import classes from './StateCard.module.css';

/** Of the links that the catalog has of an entity, those to what is done when it fails. */
const PLAN = 'continuity-plan';

/**
 * When it was last practised what to do where this fails, and where that is written
 * down. A part of a system may have no plan of its own, and then nothing is missing.
 */
export const Continuity = ({ history }: { history: EntityHistory }) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { entity } = useEntity();
  const month = useDayFormat().longMonthAndYear;
  const { date } = useInstantFormat();
  const plans = (entity.metadata.links ?? []).filter(
    ({ type }) => type === PLAN,
  );
  const { lastDrillAt, months } = history;
  if (!lastDrillAt && plans.length === 0 && !isWhole(entity.kind)) {
    return null;
  }
  return (
    <p className={classes.sum}>
      {lastDrillAt ? (
        <>
          {t('practised')}{' '}
          <Link href="?range=all&drills=in" standalone className={classes.open}>
            <time dateTime={lastDrillAt}>{date(lastDrillAt)}</time>
          </Link>
          .
        </>
      ) : (
        t('notPractised', { month: month(`${months[0].month}-01`) })
      )}
      {plans.map(({ url, title }) => (
        <span key={url}>
          {' '}
          <Link href={url} target="_blank" standalone className={classes.open}>
            {title ?? t('plan')}
          </Link>
        </span>
      ))}
    </p>
  );
};

/** What is made of parts, which have to be brought back together. */
function isWhole(kind: string): boolean {
  return ['system', 'domain'].includes(kind.toLocaleLowerCase('en-US'));
}
