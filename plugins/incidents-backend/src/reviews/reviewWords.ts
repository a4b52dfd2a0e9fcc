import type { IncidentState } from '@linchpin/backstage-plugin-incidents-common';
import { dayOf } from '@linchpin/backstage-plugin-incidents-common/history';
import type {
  ReviewAddressee,
  ReviewEvent,
  ReviewState,
} from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { NoticeWords } from '../incidents/renderNotice';

/** What a notice is about, as it stands when it is sent. */
export interface NoticeSubject {
  incident: IncidentState;
  review: ReviewState;
  /** Of the days that it names. */
  zone: string;
}

const WHY: Record<ReviewAddressee, string> = {
  owner: 'You are told because the review is yours.',
  lead: 'You are told because you led the incident and nobody is named to write the review.',
  team: 'You are told because your team answers for the incident.',
  attendee: 'You are told because you are one of those who talk about it.',
};

/** What a notice says, and why this person gets it. */
export function reviewWords(
  event: ReviewEvent,
  as: ReviewAddressee,
  subject: NoticeSubject,
): NoticeWords {
  const { incident } = subject;
  return {
    title: `${headOf(event)}: ${incident.title}`,
    description: `${sentenceOf(event, subject)} ${WHY[as]}`,
  };
}

function headOf(event: ReviewEvent): string {
  switch (event.type) {
    case 'needed':
    case 'owner-assigned':
      return 'Write the review';
    case 'clock-fired':
      return CLOCK_HEADS[event.data.clock];
    case 'meeting-planned':
      return 'Review meeting';
    case 'meeting-cancelled':
      return 'Review meeting is off';
    case 'handed-in':
      return 'Review to be approved';
    case 'commented':
      return 'Comment on the review';
    case 'sent-back':
      return 'Review sent back';
    case 'approved':
      return 'Review approved';
    case 'waived':
    case 'released':
      return 'No review needed';
    default:
      return 'Review open again';
  }
}

const CLOCK_HEADS = {
  'draft-soon': 'Review due today',
  draft: 'Review overdue',
  meeting: 'Review not talked about yet',
  'meeting-reminder': 'Review meeting tomorrow',
};

function sentenceOf(
  event: ReviewEvent,
  { incident, review, zone }: NoticeSubject,
): string {
  const name = `INC-${incident.number}`;
  const texts = event.texts ?? {};
  switch (event.type) {
    case 'needed':
    case 'owner-assigned':
      return review.draftDueAt
        ? `The draft of the review of ${name} is to be handed in by ${lastDayOf(review.draftDueAt, zone)}.`
        : `You write the review of ${name}.`;
    case 'clock-fired':
      return CLOCK_SENTENCES[event.data.clock](name);
    case 'meeting-planned':
      return [
        `${name} is talked about on ${momentIn(event.data.at, zone)}.`,
        texts.agenda,
      ]
        .filter(Boolean)
        .join(' ');
    case 'meeting-cancelled':
      return event.data.at
        ? `${event.actor.name} cancelled the meeting about ${name} on ${momentIn(event.data.at, zone)}.`
        : `${event.actor.name} cancelled the meeting about ${name}.`;
    case 'released':
      return `No review of ${name} is demanded any more.`;
    case 'handed-in':
      return `${event.actor.name} has handed in the review of ${name}: approve it or send it back.`;
    case 'commented':
      return `${event.actor.name}: ${texts.text ?? ''}`;
    case 'sent-back':
      return `${event.actor.name} sent the review of ${name} back: ${texts.reason ?? ''}`;
    case 'approved':
      return `${event.actor.name} approved the review of ${name}.`;
    case 'waived':
      return `${event.actor.name} waived the review of ${name}: ${texts.reason ?? ''}`;
    case 'reopened':
      return REOPENED_SENTENCES[event.data.because](name);
    default:
      return name;
  }
}

const CLOCK_SENTENCES = {
  'draft-soon': (name: string) =>
    `The draft of the review of ${name} is to be handed in today.`,
  draft: (name: string) =>
    `The draft of the review of ${name} should have been handed in by now.`,
  meeting: (name: string) =>
    `No meeting about ${name} is planned, and it should have been by now.`,
  'meeting-reminder': (name: string) =>
    `The review of ${name} is to be read until then.`,
};

const REOPENED_SENTENCES = {
  incident: (name: string) =>
    `${name} was reopened, so its review is a draft again.`,
  edited: (name: string) =>
    `The review of ${name} was edited after its approval, and is to be approved again.`,
  corrected: (name: string) =>
    `A time of ${name} was corrected after the approval of its review, which is to be approved again.`,
};

/** The day that is over at an instant. */
function lastDayOf(end: string, zone: string): string {
  return dayOf(new Date(Date.parse(end) - 1).toISOString(), zone);
}

function momentIn(at: string, zone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
  return `${dayOf(at, zone)} at ${time} (${zone})`;
}
