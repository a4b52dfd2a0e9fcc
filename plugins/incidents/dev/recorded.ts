import type {
  IncidentDetail,
  TimelineEntry,
  UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { mei } from './people';

type Event = Extract<TimelineEntry, { kind: 'event' }>;

/** What the timeline tells of a command, near enough to the backend for screens. */
export function recorded(
  before: IncidentDetail,
  after: IncidentDetail,
  command: UserCommand,
  nowMs: number,
  opened?: IncidentDetail,
): TimelineEntry {
  const now = new Date(nowMs).toISOString();
  return {
    kind: 'event',
    sequence: 1_000 + after.version,
    at: now,
    recordedAt: now,
    actor: { type: 'user', name: mei.title, ref: mei.ref },
    ...fact(before, after, command, opened),
  };
}

function fact(
  before: IncidentDetail,
  after: IncidentDetail,
  command: UserCommand,
  opened: IncidentDetail | undefined,
): Pick<Event, 'type' | 'data' | 'texts'> {
  const me = { ref: mei.ref, name: mei.title };
  switch (command.type) {
    case 'acknowledge':
      return { type: 'acknowledged', data: { lead: me }, texts: {} };
    case 'add-note':
      return { type: 'note-added', data: {}, texts: { text: command.text } };
    case 'post-update': {
      const { impact, action, workaround, nextUpdateAt } = command;
      return {
        type: 'update-posted',
        data: { number: after.lastUpdate?.number, nextUpdateAt },
        texts: { impact, action, ...(workaround && { workaround }) },
      };
    }
    case 'change-status':
      return {
        type: 'status-changed',
        data: { from: before.status, to: after.status },
        texts: command.note ? { note: command.note } : {},
      };
    case 'hold':
      return {
        type: 'held',
        data: { reason: command.reason, resumeBy: command.resumeBy },
        texts: command.note ? { note: command.note } : {},
      };
    case 'resume':
      return { type: 'resumed', data: { because: 'person' }, texts: {} };
    case 'resolve':
      return {
        type: 'resolved',
        data: { at: after.resolvedAt, because: 'person' },
        texts: command.note ? { note: command.note } : {},
      };
    case 'dismiss':
      return {
        type: 'dismissed',
        data: { reason: command.reason, undoUntil: after.undoUntil },
        texts: command.note ? { note: command.note } : {},
      };
    case 'pass-on':
      return {
        type: 'passed-on',
        data: { from: before.owner, to: after.owner, times: after.passes },
        texts: { reason: command.reason },
      };
    case 'undo':
      return {
        type: 'undone',
        data: { what: before.status, to: after.status },
        texts: {},
      };
    case 'reopen':
      return {
        type: 'reopened',
        data: {},
        texts: { reason: command.reason },
      };
    case 'close':
      return { type: 'closed', data: { because: 'person' }, texts: {} };
    case 'follow':
      return { type: 'followed', data: { person: me }, texts: {} };
    case 'unfollow':
      return { type: 'unfollowed', data: { person: me }, texts: {} };
    case 'report-affected':
      return { type: 'affected-reported', data: { person: me }, texts: {} };
    case 'rename':
      return {
        type: 'renamed',
        data: { from: before.title, to: after.title },
        texts: {},
      };
    case 'correct-time':
      return {
        type: 'time-corrected',
        data: {
          stamp: command.stamp,
          from: before[command.stamp],
          to: command.at,
        },
        texts: { reason: command.reason },
      };
    case 'prioritise':
      return {
        type: 'prioritised',
        data: { from: before.priority, to: after.priority, because: 'person' },
        texts: command.override ? { reason: command.override.reason } : {},
      };
    case 'mark-affected':
    case 'unmark-affected': {
      const affected = [...after.affected, ...before.affected].find(
        each => each.entity.ref === command.entityRef,
      );
      return {
        type: 'affected-changed',
        data: {
          entity: affected?.entity,
          ...('level' in command && { level: command.level }),
        },
        texts: {},
      };
    }
    case 'confirm-workaround':
      return { type: 'workaround-confirmed', data: {}, texts: {} };
    case 'retract-workaround':
      return { type: 'workaround-retracted', data: {}, texts: {} };
    case 'link-change':
      return {
        type: 'change-linked',
        data: { change: after.causedBy },
        texts: {},
      };
    case 'unlink-change':
      return {
        type: 'change-unlinked',
        data: { change: before.causedBy },
        texts: {},
      };
    case 'make-private':
    case 'make-public':
      return {
        type: 'visibility-changed',
        data: { to: after.visibility },
        texts: {},
      };
    case 'assign-entity':
      return {
        type: 'routed',
        data: { entity: after.entity, owner: after.owner, steps: [], told: [] },
        texts: {},
      };
    case 'merge':
      return {
        type: 'merged',
        data: { into: { id: command.into, number: 41 } },
        texts: {},
      };
    case 'move-out':
      return {
        type: 'alerts-moved-out',
        data: {
          to: opened && {
            id: opened.id,
            number: Number(opened.number.slice(4)),
          },
          count: command.alerts.length,
        },
        texts: {},
      };
    default:
      return { type: 'unheard-of', data: {}, texts: {} };
  }
}
