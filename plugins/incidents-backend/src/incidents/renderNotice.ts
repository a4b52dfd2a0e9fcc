import type {
  EventTexts,
  EventType,
  IncidentPolicy,
  IncidentState,
  TimelineEvent,
} from '@linchpin/backstage-plugin-incidents-common';
import { durationOf } from './durationOf';

/** The words of a notice, and why this person gets it. */
export interface NoticeWords {
  title: string;
  description: string;
}

/** What a notice says, from the event that it is about and the incident as it is when it is sent. */
export function noticeWords(
  state: IncidentState,
  event: TimelineEvent,
  kind: 'page' | 'news',
  policy: Pick<IncidentPolicy, 'recoveredFor'>,
): NoticeWords {
  if (kind === 'news') {
    return {
      title: `${newsOf(event)}: ${state.title}`,
      description: newsDescription(state, event),
    };
  }
  return event.type === 'recovered'
    ? {
        title: `Recovered by itself: ${state.title}`,
        description: `All its alerts ended before anybody took it. It closes by itself after ${durationOf(policy.recoveredFor)}.`,
      }
    : {
        title: `${state.priority} ${state.title}`,
        description: pageDescription(state, event),
      };
}

function pageDescription(state: IncidentState, event: TimelineEvent): string {
  const where = state.entity ? ` on ${state.entity.title}` : '';
  const why = state.owner
    ? `You are told because ${state.owner.title} answers for it.`
    : 'You are told because nobody is known to answer for it.';
  return `${askOf(event)}${where}. ${why}`;
}

function askOf(event: TimelineEvent): string {
  if (event.type === 'clock-fired') {
    return event.data.clock === 'acknowledge'
      ? 'Nobody has taken it in time: acknowledge, pass on or dismiss'
      : 'Nobody has taken it yet: acknowledge, pass on or dismiss';
  }
  return event.type === 'relapsed'
    ? 'It fires again: acknowledge, pass on or dismiss'
    : 'Acknowledge, pass on or dismiss it';
}

const NEWS: Partial<Record<EventType, string>> = {
  'update-posted': 'Update',
  resolved: 'Resolved',
  reopened: 'Reopened',
  resumed: 'Resumed',
  routed: 'Yours, and in hand',
  dismissed: 'Dismissed',
  merged: 'Merged',
  undone: 'Back again',
  'workaround-confirmed': 'Workaround helps',
  'workaround-retracted': 'Workaround does not help',
};

function newsOf(event: TimelineEvent): string {
  if (event.type === 'clock-fired') {
    switch (event.data.clock) {
      case 'update':
        return 'Update overdue';
      case 'update-warning':
        return 'Update due soon';
      default:
        return 'Ready to resolve?';
    }
  }
  return NEWS[event.type] ?? 'News';
}

function newsDescription(state: IncidentState, event: TimelineEvent): string {
  const texts: EventTexts = event.texts ?? {};
  switch (event.type) {
    case 'update-posted':
      return [
        texts.impact,
        texts.action,
        texts.workaround && `Workaround: ${texts.workaround}`,
      ]
        .filter(Boolean)
        .join('\n\n');
    case 'resolved':
      return texts.note ?? 'Normal service is back. You follow this incident.';
    case 'reopened':
      return texts.reason ?? 'It is not over after all.';
    case 'routed':
      return `${state.lead?.name ?? 'Somebody'} leads it; there is nothing to take.`;
    case 'dismissed':
      return texts.note ?? 'It was looked at and found to be no incident.';
    case 'merged':
      return `It goes on as INC-${event.data.into.number}, which you follow from now on.`;
    case 'undone':
      return 'It was taken back: the incident goes on.';
    case 'workaround-confirmed':
      return 'What you can do meanwhile is known to help.';
    case 'workaround-retracted':
      return 'What you were told to do meanwhile does not help after all.';
    case 'resumed':
      return 'The time it was on hold for is over, and you lead it.';
    case 'clock-fired':
      return event.data.clock === 'watch'
        ? 'It has been quiet since it was mitigated. You lead it.'
        : `People wait for news of INC-${state.number}. You lead it.`;
    default:
      return `INC-${state.number}`;
  }
}
