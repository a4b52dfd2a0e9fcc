import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import type {
  LiveLine,
  NamedRef,
} from '@linchpin/backstage-plugin-incidents-common';
import { PriorityMark } from '../elements/PriorityMark';
import { useIncidentsPaths } from '../navigation/navigation';
import { incidentsReportTranslationRef } from '../translations/report';
import { incidentsWordsTranslationRef } from '../translations/words';
import classes from './KnownIncident.module.css';

interface KnownIncidentProps {
  line: LiveLine;
  /** The entity that is being reported on. */
  entity: NamedRef;
  isAlike: boolean;
  onJoin: () => void;
  onLeave: () => void;
}

/** One known incident, with the press that says "me too". */
export const KnownIncident = (props: KnownIncidentProps) => {
  const { t } = useTranslationRef(incidentsReportTranslationRef);
  const paths = useIncidentsPaths();
  const { incident } = props.line;
  const { number, title } = incident;
  return (
    <li className={classes.row} data-alike={props.isAlike || undefined}>
      <PriorityMark priority={incident.priority} />
      <div className={classes.words}>
        <Link
          href={paths.incident(number)}
          standalone
          color="primary"
          className={classes.title}
          onClick={props.onLeave}
        >
          {title}
        </Link>
        <div className={classes.second}>
          <Where {...props} />
        </div>
      </div>
      <Button
        variant="secondary"
        aria-label={t('affectedTooOf', { number, title })}
        onPress={props.onJoin}
      >
        {t('affectedToo')}
      </Button>
    </li>
  );
};

/** Of the entity itself how it stands; of a dependency first of all that it is one. */
const Where = (props: KnownIncidentProps) => {
  const { t } = useTranslationRef(incidentsReportTranslationRef);
  const words = useTranslationRef(incidentsWordsTranslationRef);
  const { incident, via } = props.line;
  const { number, lead, status, onHold } = incident;
  if (via.ref !== props.entity.ref) {
    const dependency = t('dependency', {
      dependency: via.title,
      entity: props.entity.title,
    });
    return (
      <>
        {number}, {dependency}
      </>
    );
  }
  return (
    <>
      {number}, {via.title} · {words.t(onHold ? 'onHold' : `status_${status}`)},{' '}
      {lead ? words.t('leads', { name: lead.title }) : words.t('nobodyLeads')}
    </>
  );
};
