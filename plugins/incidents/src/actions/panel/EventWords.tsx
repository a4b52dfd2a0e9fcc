import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ActionEventLine } from '@linchpin/backstage-plugin-incidents-common';
import { useDayFormat } from '../../charts/useDayFormat';
import { incidentsActionsTranslationRef } from '../../translations/actions';

/** What is said without naming anything. */
const PLAIN = [
  'proposed',
  'accepted',
  'started',
  'finished',
  'verified',
  'reopened',
  'given-up',
  'edited',
  'note-added',
  'nudged',
  'ticket-unlinked',
] as const;

/** What an event means, in one line; one of a newer release is named by its type. */
export const EventWords = ({ event }: { event: ActionEventLine }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const format = useDayFormat();
  const { data, type } = event;
  const plain = PLAIN.find(known => known === type);
  if (plain) {
    return <>{t(`event_${plain}`)}</>;
  }
  switch (type) {
    case 'assigned':
      return (
        <>
          {data.to
            ? t('event_assigned', { to: titleOf(data.to) })
            : t('event_unassigned')}
        </>
      );
    case 'made-accountable':
      return <>{t('event_made-accountable', { to: titleOf(data.to) })}</>;
    case 'moved-to-entity':
      return <>{t('event_moved-to-entity', { to: titleOf(data.to) })}</>;
    case 'owner-changed':
      return (
        <>
          {data.owner
            ? t('event_owner-changed', { owner: titleOf(data.owner) })
            : t('event_unrouted', { from: titleOf(data.from) })}
        </>
      );
    case 'entity-gone':
    case 'entity-back':
      return <>{t(`event_${type}`, { entity: titleOf(data.entity) })}</>;
    case 'responsible-gone':
      return <>{t('event_responsible-gone', { name: titleOf(data.person) })}</>;
    case 'accountable-gone':
      return (
        <>{t('event_accountable-gone', { name: titleOf(data.accountable) })}</>
      );
    case 'due-moved':
      return (
        <>
          {t('event_due-moved', {
            from: format.date(String(data.from)),
            to: format.date(String(data.to)),
          })}
        </>
      );
    case 'incident-linked':
    case 'incident-unlinked':
    case 'recurred':
      return <>{t(`event_${type}`, { number: numberOf(data.incident) })}</>;
    case 'ticket-asked-for':
    case 'ticket-linked':
      return <>{t(`event_${type}`, { ticket: ticketOf(data.ticket) })}</>;
    case 'clock-fired':
      return (
        <>{t(data.clock === 'overdue' ? 'event_overdue' : 'event_due-soon')}</>
      );
    default:
      return <>{t('event_unknown', { type })}</>;
  }
};

const TEXTS = ['note', 'how', 'reason', 'text'] as const;

/** What was written with it. */
export function textOf({ data }: ActionEventLine): string | undefined {
  return TEXTS.map(field => data[field]).find(
    (text): text is string => typeof text === 'string' && text !== '',
  );
}

/** The name that something had then. */
function titleOf(snapshot: unknown): string {
  const { title, name, ref } = (snapshot ?? {}) as Record<string, unknown>;
  return String(title ?? name ?? ref ?? '—');
}

function numberOf(incident: unknown): string {
  const { number } = (incident ?? {}) as { number?: number | string };
  return typeof number === 'number' ? `INC-${number}` : String(number ?? '—');
}

/** As its tracker names it; before there is one, whose it is to be. */
function ticketOf(ticket: unknown): string {
  const { key, trackerTitle } = (ticket ?? {}) as Record<string, unknown>;
  return String(key ?? trackerTitle ?? '—');
}
