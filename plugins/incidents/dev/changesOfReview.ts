import type {
  ReviewAnswer,
  ReviewCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { mei, personNamed } from './people';

/** What a command changes of a review, near enough to the backend for screens. */
export function changesOfReview(
  review: ReviewAnswer,
  command: Exclude<ReviewCommand, { type: 'write-section' }>,
  at: string,
): Partial<ReviewAnswer> {
  const mine = { by: mei, at };
  const id = `${command.type}-${review.version}`;
  switch (command.type) {
    case 'start':
      return { status: 'draft', since: at, waived: null };
    case 'assign-owner':
      return { owner: personNamed(command.ownerRef) };
    case 'choose-entries':
      return {
        entries: review.entries.map(entry => ({
          ...entry,
          included:
            (entry.included || command.include.includes(entry.sequence)) &&
            !command.leaveOut.includes(entry.sequence),
        })),
      };
    case 'annotate-entry':
      return {
        entries: review.entries.map(entry =>
          entry.sequence === command.sequence
            ? { ...entry, note: command.note || null }
            : entry,
        ),
      };
    case 'add-factor':
      return {
        factors: [
          ...review.factors,
          { id, tag: command.tag, text: command.text, by: mei, seenIn: [] },
        ],
      };
    case 'change-factor':
      return {
        factors: review.factors.map(factor =>
          factor.id === command.id
            ? { ...factor, tag: command.tag, text: command.text }
            : factor,
        ),
      };
    case 'remove-factor':
      return {
        factors: review.factors.filter(factor => factor.id !== command.id),
      };
    case 'comment':
      return {
        comments: [
          ...review.comments,
          {
            id,
            section: command.section ?? null,
            quote: command.quote ?? null,
            text: command.text,
            ...mine,
            settled: null,
          },
        ],
      };
    case 'settle-comment':
      return {
        comments: review.comments.map(comment =>
          comment.id === command.id ? { ...comment, settled: mine } : comment,
        ),
      };
    case 'plan-meeting':
      return {
        meeting: {
          at: command.at,
          agenda: command.agenda ?? null,
          link: command.link ?? null,
          attendees: command.attendees.map(personNamed),
        },
      };
    case 'cancel-meeting':
      return { meeting: null };
    case 'hand-in':
      return { status: 'in-review', since: at, sentBack: null };
    case 'send-back':
      return {
        status: 'draft',
        since: at,
        sentBack: { ...mine, reason: command.reason },
      };
    case 'approve':
      return { status: 'approved', since: at, approved: mine };
    default:
      return {
        status: 'waived',
        since: at,
        waived: { ...mine, reason: command.reason },
      };
  }
}
