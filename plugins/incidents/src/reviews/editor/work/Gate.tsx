import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type {
  GateItem,
  ReviewAnswer,
} from '@linchpin/backstage-plugin-incidents-common';
import { useIncidentsPaths } from '../../../navigation/navigation';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { useSectionWords } from '../../words';
import type { Section } from '../writing/useSectionText';
import classes from './Gate.module.css';

/** What is still missing until it can be handed in and approved; each leads to its place. */
export const Gate = (props: { review: ReviewAnswer }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { review } = props;
  const { status, gate, sections } = review;
  const missing = gate.filter(({ met }) => !met);
  if (status !== 'draft' && status !== 'in-review') {
    return null;
  }
  if (missing.length === 0) {
    return status === 'draft' ? (
      <p className={classes.gate}>{t('gateMet')}</p>
    ) : null;
  }
  return (
    <div className={classes.gate} role="group" aria-label={t('gate')}>
      <span>{t('gate')}</span>
      <ul className={classes.missing}>
        {missing.map(item => {
          const section = sections.find(({ id }) => id === item.section);
          return (
            <li key={`${item.item} ${item.section}`}>
              {section ? (
                <SectionMissing section={section} />
              ) : (
                <OtherMissing item={item.item} review={review} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};

const SectionMissing = (props: { section: Section }) => {
  const { title } = useSectionWords(props.section);
  return <ToPlace place={`text-${props.section.id}`}>{title}</ToPlace>;
};

const OtherMissing = (props: {
  item: GateItem['item'];
  review: ReviewAnswer;
}) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const paths = useIncidentsPaths();
  const { incident, sections } = props.review;
  const words = t(`gate_${props.item}`);
  switch (props.item) {
    case 'factor':
      return <ToPlace place="factors">{words}</ToPlace>;
    case 'action':
      return <ToPlace place="actions">{words}</ToPlace>;
    case 'impact-start':
      return (
        <Link href={paths.incident(incident.number)} standalone>
          {words}
        </Link>
      );
    case 'texts-joined': {
      const first = sections.find(({ beside }) => beside.length > 0);
      return <ToPlace place={`text-${first?.id}`}>{words}</ToPlace>;
    }
    default:
      return <>{words}</>;
  }
};

/** Brings a place of the sheet into sight, and the focus there. */
const ToPlace = (props: { place: string; children: string }) => (
  <button
    type="button"
    className={classes.to}
    onClick={() => {
      const place = document.getElementById(props.place);
      place?.scrollIntoView?.({ block: 'center' });
      place?.focus({ preventScroll: true });
    }}
  >
    {props.children}
  </button>
);
