import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  isMajor,
  type IncidentDetail,
  type NamedRef,
} from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { useDurationFormat } from '../../elements/time';
import { incidentsTransferTranslationRef } from '../../translations/transfer';
import { incidentsWordsTranslationRef } from '../../translations/words';
import type { Act, Evidence } from './evidenceOf';
import classes from './EvidenceSheet.module.css';
import { useSheetFormat } from './useSheetFormat';

/** So many updates fit on the page; the others are counted. */
const UPDATES_SHOWN = 3;

interface FactProps {
  incident: IncidentDetail;
  evidence: Evidence;
}

export const Recorded = ({ incident, evidence: { declared } }: FactProps) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const format = useSheetFormat();
  const { entity, affected, origin } = incident;
  const others = affected.filter(({ level }) => level !== 'root');
  return (
    <>
      <p>
        {t(`recorded_${incident.source}`, {
          at: format.full(incident.declaredAt),
          by: incident.reporter?.title ?? declared.by,
          system: origin?.system ?? '',
          id: origin?.id ?? '',
        })}
        {incident.mode !== 'real' && ` ${t(`mode_${incident.mode}`)}`}
      </p>
      <p>
        {entity
          ? t('about', { entity: entity.title, ref: entity.ref })
          : t('aboutNothing')}
        {others.length > 0 &&
          ` ${t('alsoAffected', {
            entities: others.map(each => each.entity.title).join(', '),
          })}`}
      </p>
    </>
  );
};

export const Prioritised = ({ incident, evidence }: FactProps) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const { t: words } = useTranslationRef(incidentsWordsTranslationRef);
  const { priority, impact, urgency, risks, override } = incident;
  const changed = evidence.changes.filter(({ what }) => what === 'priority');
  return (
    <p>
      {[
        priority,
        words(`impact_${impact}`),
        words(`urgency_${urgency}`),
        ...risks.map(risk => words(`risk_${risk}`)),
      ].join(' · ')}
      . {override && `${t('overridden')} `}
      {changed.length > 0 && t('prioritisedAgain', { count: changed.length })}
    </p>
  );
};

export const Escalated = ({ incident, evidence }: FactProps) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const format = useSheetFormat();
  const { holders, told, passes } = incident;
  const { late } = evidence;
  return (
    <>
      <p>
        {holders.length > 0
          ? holders
              .map(({ owner, since }) =>
                t('heldBy', { owner: owner.title, at: format.full(since) }),
              )
              .join('; ')
          : t('heldByNobody')}
        . {passes > 0 && t('passedOn', { count: passes })}
      </p>
      <p>
        {told.length > 0 ? t('told', { people: names(told) }) : t('toldNobody')}
        {late.acknowledge > 0 &&
          ` ${t('acknowledgeLate', { count: late.acknowledge })}`}
      </p>
    </>
  );
};

export const Resolved = ({ incident, evidence: { resolved } }: FactProps) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const format = useSheetFormat();
  const { duration } = useDurationFormat();
  const now = useNow();
  const { resolvedAt, impactStartedAt, impactEstimated, reopened } = incident;
  const { impactMs, impactRunningSince } = incident;
  const impact =
    impactMs + (impactRunningSince ? now - Date.parse(impactRunningSince) : 0);
  return (
    <>
      <p>
        {resolvedAt
          ? t('resolvedAt', {
              at: format.full(resolvedAt),
              by: resolved?.by ?? '–',
            })
          : t(resolved ? 'resolvedUnknown' : openWords(incident))}
        {reopened > 0 && ` ${t('reopened', { count: reopened })}`}
      </p>
      {impactStartedAt && (
        <p>
          {t(impactEstimated ? 'impactGuessed' : 'impactFrom', {
            at: format.full(impactStartedAt),
          })}{' '}
          {t(impactRunningSince ? 'impactSoFar' : 'impactFor', {
            duration: duration(impact),
          })}
          {resolvedAt &&
            ` ${t('elapsed', {
              duration: duration(
                Date.parse(resolvedAt) - Date.parse(impactStartedAt),
              ),
            })}`}
        </p>
      )}
      {resolved?.said && <p className={classes.quote}>{resolved.said}</p>}
    </>
  );
};

export const Closed = ({ incident, evidence: { closed } }: FactProps) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const format = useSheetFormat();
  return (
    <p>
      {incident.closedAt && closed
        ? t('closedAt', { at: format.full(incident.closedAt), by: closed.by })
        : t(openWords(incident))}
    </p>
  );
};

export const UpToDate = ({ evidence }: FactProps) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const { updates, notes, statusChanges, late } = evidence;
  const latest = updates.slice(-UPDATES_SHOWN);
  return (
    <>
      <p>
        {t('kept', {
          updates: String(updates.length),
          notes: String(notes),
          statuses: String(statusChanges),
        })}
        {late.update > 0 && ` ${t('updateLate', { count: late.update })}`}
      </p>
      {latest.length > 0 && (
        <ul className={classes.acts}>
          {latest.map(act => (
            <Said key={act.at} act={act} />
          ))}
        </ul>
      )}
    </>
  );
};

const Said = (props: { act: Act }) => {
  const format = useSheetFormat();
  const { at, by, said } = props.act;
  return (
    <li>
      {format.full(at)}, {by}: {said ?? '–'}
    </li>
  );
};

export const Major = ({ incident, evidence }: FactProps) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const { priority, followers } = incident;
  return (
    <p>
      {isMajor(priority)
        ? t('major', {
            priority,
            updates: String(evidence.updates.length),
            followers: String(followers),
          })
        : t('notMajor', { priority })}
    </p>
  );
};

export const Responsible = ({ incident }: FactProps) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const format = useSheetFormat();
  const { lead, owner, acknowledgedAt } = incident;
  return (
    <p>
      {lead ? t('ledBy', { name: lead.title }) : t('ledByNobody')}{' '}
      {owner ? t('answersFor', { owner: owner.title }) : t('answersNobody')}{' '}
      {acknowledgedAt && t('takenAt', { at: format.full(acknowledgedAt) })}
    </p>
  );
};

export const Reviewed = ({ incident }: FactProps) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const { causedBy, recurrenceOf } = incident;
  return (
    <p>
      {causedBy && `${t('causedBy', { change: causedBy.title })} `}
      {recurrenceOf?.number &&
        `${t('recurrence', { number: recurrenceOf.number })} `}
      {t('noReview')}
    </p>
  );
};

/** Why it has no end of the usual kind. */
function openWords({ status }: IncidentDetail) {
  return status === 'dismissed' || status === 'merged'
    ? (`never_${status}` as const)
    : 'notYet';
}

function names(people: readonly NamedRef[]): string {
  return people.map(({ title }) => title).join(', ');
}
