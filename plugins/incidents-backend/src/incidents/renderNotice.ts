import type {
  EventTexts,
  EventType,
  IncidentState,
  TimelineEvent,
} from '@linchpin/backstage-plugin-incidents-common';

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
): NoticeWords {
  const head = `${state.priority} ${state.title}`;
  return kind === 'page'
    ? { title: head, description: pageDescription(state, event) }
    : {
        title: `${newsOf(event)}: ${state.title}`,
        description: newsDescription(state, event),
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
  recovered: 'Recovered by itself',
  dismissed: 'Dismissed',
  merged: 'Merged',
  undone: 'Back again',
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
    case 'recovered':
      return 'All its alerts have ended before anybody took it. There is nothing to take.';
    case 'dismissed':
      return texts.note ?? 'It was looked at and found to be no incident.';
    case 'merged':
      return `It goes on as INC-${event.data.into.number}, which you follow from now on.`;
    case 'undone':
      return 'It was taken back: the incident goes on.';
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
