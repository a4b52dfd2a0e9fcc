import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, VisuallyHidden } from '@backstage/ui';
import type {
  ReviewAnswer,
  ScoreCheck,
} from '@linchpin/backstage-plugin-incidents-common';
import { RiCheckLine, RiCloseLine, RiSubtractLine } from '@remixicon/react';
import { useDurationFormat } from '../../../elements/time';
import { SideCard } from '../../../incident/layout/SideCard';
import { useIncidentsPaths } from '../../../navigation/navigation';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { useDocumentWords } from '../../words';
import classes from './Facts.module.css';

const VERDICTS = {
  kept: RiCheckLine,
  missed: RiCloseLine,
  none: RiSubtractLine,
} as const;

/** How the response went against what was promised, each fact with the entries that show it. */
export const Scorecard = (props: { review: ReviewAnswer }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { scorecard, incident } = props.review;
  const held = scorecard.filter(({ verdict }) => verdict !== 'none');
  const kept = held.filter(({ verdict }) => verdict === 'kept');
  return (
    <SideCard
      title={t('scorecard')}
      aside={t('keptOf', {
        kept: String(kept.length),
        of: String(held.length),
      })}
    >
      <ul className={classes.checks}>
        {scorecard.map(check => (
          <Check key={check.check} check={check} number={incident.number} />
        ))}
      </ul>
    </SideCard>
  );
};

const Check = (props: { check: ScoreCheck; number: string }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const paths = useIncidentsPaths();
  const { duration } = useDurationFormat();
  const { checks } = useDocumentWords();
  const { check, verdict, found, sequences } = props.check;
  const Icon = VERDICTS[verdict];
  const title = checks[check] ?? check;
  return (
    <li className={classes.check} data-verdict={verdict}>
      <Icon className={classes.verdict} aria-hidden="true" />
      <span>
        {sequences.length > 0 ? (
          <Link
            href={paths.timelineEntry(props.number, sequences[0])}
            standalone
          >
            {title}
          </Link>
        ) : (
          title
        )}
        <VisuallyHidden> {t(`verdict_${verdict}`)}</VisuallyHidden>
      </span>
      <span className={classes.found}>
        <Fact found={found} />
      </span>
      {found.fact === 'duration' && found.withinMs !== null && (
        <p className={classes.promised}>
          {t('promisedWithin', { duration: duration(found.withinMs) })}
        </p>
      )}
    </li>
  );
};

const Fact = ({ found }: { found: ScoreCheck['found'] }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { duration } = useDurationFormat();
  switch (found.fact) {
    case 'duration':
      return <>{duration(found.milliseconds)}</>;
    case 'share':
      return (
        <>{t('keptOf', { kept: String(found.kept), of: String(found.of) })}</>
      );
    case 'count':
      return <>{found.count}</>;
    default:
      return <>{t('unknown')}</>;
  }
};
