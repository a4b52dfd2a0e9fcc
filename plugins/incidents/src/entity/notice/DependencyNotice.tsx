import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Link } from '@backstage/ui';
import type {
  Incident,
  LiveLine,
  Priority,
} from '@linchpin/backstage-plugin-incidents-common';
import { RiNodeTree } from '@remixicon/react';
import { useDue } from '../../elements/Countdown';
import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import { useIncidentsPaths } from '../../navigation/navigation';
import { incidentsCardTranslationRef } from '../../translations/card';
import { incidentsWordsTranslationRef } from '../../translations/words';
import classes from './DependencyNotice.module.css';

/** One dependency in trouble: what, how it stands, when is the next news, what helps meanwhile. */
export const DependencyNotice = (props: {
  /** The name of the entity that depends on it */
  entity: string;
  line: LiveLine;
  /** How many more live incidents the dependency has */
  more: number;
}) => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  const paths = useIncidentsPaths();
  const { incident, via } = props.line;
  const status = statusOf(incident.priority);
  return (
    <Alert
      role="note"
      status={status}
      icon={<RiNodeTree aria-hidden="true" />}
      className={classes.notice}
      data-plain={status ? undefined : true}
      title={t('noticeTitle', {
        dependency: via.title,
        entity: props.entity,
        priority: incident.priority,
      })}
      description={
        <div className={classes.words}>
          <HowItStands incident={incident} />
          {props.more > 0 && ` ${t('noticeMore', { count: props.more })}`}
        </div>
      }
      customActions={
        <Link href={paths.incident(incident.number)} className={classes.link}>
          {incident.number}
        </Link>
      }
    />
  );
};

/** Colour is for P1 and P2. */
function statusOf(priority: Priority) {
  if (priority === 'P1') {
    return 'danger';
  }
  return priority === 'P2' ? 'warning' : undefined;
}

/** `Card payments time out. Fixing, Nadia leads, next update 14:30. Workaround: bank transfer.` */
const HowItStands = ({ incident }: { incident: Incident }) => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  const words = useTranslationRef(incidentsWordsTranslationRef);
  const { nextUpdateAt, workaround } = incident;
  return (
    <>
      {sentence(incident.title)}{' '}
      {words.t(incident.onHold ? 'onHold' : `status_${incident.status}`)},{' '}
      {incident.lead
        ? words.t('leads', { name: incident.lead.title })
        : words.t('nobodyLeads')}
      {nextUpdateAt && (
        <>
          , <NextUpdate at={nextUpdateAt} />
        </>
      )}
      .{workaround && ` ${sentence(t('workaround', { text: workaround }))}`}
    </>
  );
};

const NextUpdate = (props: { at: string }) => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  const instant = useInstantFormat();
  const now = useNow();
  const { state, text } = useDue('update', props.at);
  return state === 'overdue' ? (
    <strong className={classes.overdue}>
      {t('noticeOverdue', { overdue: text })}
    </strong>
  ) : (
    <>{t('noticeNextUpdate', { time: instant.short(props.at, now) })}</>
  );
};

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
