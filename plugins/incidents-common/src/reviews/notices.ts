import type { IncidentState, PersonSnapshot } from '../incidents/state';
import type { ReviewEvent, ReviewEventType } from './events';
import type { MeetingState, ReviewClock, ReviewState } from './state';

/** Why somebody is told of a review. @public */
export type ReviewAddressee = 'owner' | 'lead' | 'team' | 'attendee';

/**
 * That people are to be told something. `page` asks them to act, and is cancelled
 * when somebody has; `news` replaces earlier news of the same review.
 * @public
 */
export interface ReviewNotice {
  kind: 'page' | 'news';
  cause: ReviewEventType;
  as: ReviewAddressee;
  people: PersonSnapshot[];
}

/**
 * Who has to hear of an event, given the review after it and its incident. Of a
 * test nobody hears.
 * @public
 */
export function reviewNoticesOf(
  state: ReviewState,
  event: ReviewEvent,
  incident: IncidentState,
): ReviewNotice[] {
  if (incident.mode === 'test') {
    return [];
  }
  const tell = (
    kind: ReviewNotice['kind'],
    as: ReviewAddressee,
    people: readonly (PersonSnapshot | undefined)[],
  ): ReviewNotice => ({
    kind,
    cause: event.type,
    as,
    people: people.filter(person => person !== undefined),
  });
  switch (event.type) {
    case 'needed':
      return isToBeWritten(state)
        ? [tell('page', ...writerOf(state, incident))]
        : [];
    case 'owner-assigned':
      return [
        tell(state.status === 'in-review' ? 'news' : 'page', 'owner', [
          state.owner,
        ]),
      ];
    case 'clock-fired':
      return event.data.clock === 'meeting-reminder'
        ? [tell('news', 'attendee', attendeesOf(state.meeting, state.owner))]
        : [tell('page', ...writerOf(state, incident))];
    case 'meeting-planned':
      return [
        tell('news', 'attendee', attendeesOf(state.meeting, state.owner)),
      ];
    case 'meeting-cancelled': {
      const { attendees = [] } = event.data;
      const { owner } = state;
      return [tell('news', 'attendee', attendeesOf({ attendees }, owner))];
    }
    case 'released':
      return state.status === 'not-needed' || state.status === 'draft'
        ? [tell('news', ...writerOf(state, incident))]
        : [];
    case 'handed-in':
      return [
        tell(
          'page',
          'team',
          incident.told.filter(({ ref }) => ref !== state.owner?.ref),
        ),
      ];
    case 'commented':
    case 'sent-back':
    case 'approved':
    case 'waived':
    case 'reopened':
      return [tell('news', 'owner', [state.owner])];
    default:
      return [];
  }
}

/** What is done with these needs nobody any more who was asked to act. @public */
export const SETTLES_PAGES: ReadonlySet<ReviewEventType> = new Set([
  'released',
  'started',
  'owner-assigned',
  'handed-in',
  'sent-back',
  'approved',
  'waived',
  'reopened',
  'meeting-planned',
]);

/** Whether what a fired clock asks for is still to be done. @public */
export function stillAsks(clock: ReviewClock, state: ReviewState): boolean {
  switch (clock) {
    case 'meeting-reminder':
      return state.meeting !== undefined;
    case 'meeting':
      return state.meeting === undefined && state.status !== 'approved';
    default:
      return isToBeWritten(state);
  }
}

function isToBeWritten({ status }: ReviewState): boolean {
  return status === 'needed' || status === 'draft';
}

/** Who is to write it; where nobody is named, whoever led the incident, else its team. */
function writerOf(
  { owner }: ReviewState,
  { lead, told }: IncidentState,
): ['owner' | 'lead' | 'team', PersonSnapshot[]] {
  if (owner) {
    return ['owner', [owner]];
  }
  return lead ? ['lead', [lead]] : ['team', told];
}

/** Everybody who is asked to come, its owner among them. */
function attendeesOf(
  meeting: Pick<MeetingState, 'attendees'> | undefined,
  owner: PersonSnapshot | undefined,
): PersonSnapshot[] {
  const all = [...(meeting?.attendees ?? []), ...(owner ? [owner] : [])];
  return [...new Map(all.map(person => [person.ref, person])).values()];
}
