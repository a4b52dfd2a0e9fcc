import type {
  EventData,
  EventType,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  RiAlarmWarningLine,
  RiArchiveLine,
  RiArrowGoBackLine,
  RiBarChartHorizontalLine,
  RiCheckLine,
  RiCloseCircleLine,
  RiDoorClosedLine,
  RiEyeLine,
  RiFlagLine,
  RiFocus2Line,
  RiFolderTransferLine,
  RiGitMergeLine,
  RiGroupLine,
  RiHistoryLine,
  RiLinkM,
  RiLinkUnlinkM,
  RiLoader2Line,
  RiLockLine,
  RiMegaphoneLine,
  RiPauseLine,
  RiPencilLine,
  RiPlayLine,
  RiPulseLine,
  RiQuestionLine,
  RiRestartLine,
  RiRouteLine,
  RiShareForwardLine,
  RiStickyNoteLine,
  RiThumbDownLine,
  RiThumbUpLine,
  RiTimerLine,
  RiUserStarLine,
} from '@remixicon/react';
import type { ComponentType } from 'react';
import type { EventEntry } from './lines';

/** Filled: what people decided or told others. Hollow: what happened. */
export type Weight = 'filled' | 'hollow';

type Icon = ComponentType<{ className?: string }>;

const ICONS: Record<EventType, Icon> = {
  declared: RiFlagLine,
  routed: RiRouteLine,
  acknowledged: RiUserStarLine,
  'passed-on': RiShareForwardLine,
  'status-changed': RiLoader2Line,
  held: RiPauseLine,
  resumed: RiPlayLine,
  'update-posted': RiMegaphoneLine,
  'note-added': RiStickyNoteLine,
  resolved: RiCheckLine,
  reopened: RiRestartLine,
  closed: RiArchiveLine,
  dismissed: RiCloseCircleLine,
  merged: RiGitMergeLine,
  absorbed: RiGitMergeLine,
  released: RiArrowGoBackLine,
  'alerts-moved-out': RiFolderTransferLine,
  'alerts-moved-in': RiFolderTransferLine,
  undone: RiArrowGoBackLine,
  'undo-expired': RiDoorClosedLine,
  followed: RiEyeLine,
  unfollowed: RiEyeLine,
  'affected-reported': RiGroupLine,
  prioritised: RiBarChartHorizontalLine,
  'workaround-confirmed': RiThumbUpLine,
  'workaround-retracted': RiThumbDownLine,
  'visibility-changed': RiLockLine,
  'affected-changed': RiFocus2Line,
  'change-linked': RiLinkM,
  'change-unlinked': RiLinkUnlinkM,
  renamed: RiPencilLine,
  'time-corrected': RiHistoryLine,
  'clock-fired': RiTimerLine,
  recovered: RiPulseLine,
  relapsed: RiAlarmWarningLine,
};

const TOLD: readonly string[] = [
  'update-posted',
  'note-added',
  'resolved',
  'reopened',
  'dismissed',
  'merged',
  'alerts-moved-out',
  'passed-on',
  'held',
  'prioritised',
  'workaround-confirmed',
  'workaround-retracted',
  'change-linked',
  'change-unlinked',
];

export const ALERTS_ICON: Icon = RiPulseLine;
export const FOLLOWERS_ICON: Icon = RiEyeLine;

/** The node of an event on the timeline's rail. */
export function eventMark(event: EventEntry): { Icon: Icon; weight: Weight } {
  const isTold = event.actor.type === 'user' && TOLD.includes(event.type);
  return {
    Icon: iconOf(event),
    weight: isTold ? 'filled' : 'hollow',
  };
}

function iconOf(event: EventEntry): Icon {
  if (event.type === 'declared') {
    const { source } = event.data as EventData['declared'];
    return source === 'alert' ? RiPulseLine : RiFlagLine;
  }
  return ICONS[event.type as EventType] ?? RiQuestionLine;
}
