import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import type { ComponentType } from 'react';
import { AssignEntityDialog } from './AssignEntityDialog';
import { DismissDialog } from './DismissDialog';
import { HoldDialog } from './HoldDialog';
import { MergeDialog } from './MergeDialog';
import { MoveOutDialog } from './MoveOutDialog';
import { PassOnDialog } from './PassOnDialog';
import { PostUpdateDialog } from './PostUpdateDialog';
import { PrioritiseDialog } from './PrioritiseDialog';
import { ReopenDialog } from './ReopenDialog';
import { ResolveDialog } from './ResolveDialog';
import type { Asking } from './start';

/** What every dialog of a command is given. */
export interface CommandDialogProps {
  /** One, or several where the verdict is the same for all. */
  incidents: readonly Incident[];
  onClose: () => void;
}

const DIALOGS: Record<Asking, ComponentType<CommandDialogProps>> = {
  dismiss: DismissDialog,
  'pass-on': PassOnDialog,
  'post-update': PostUpdateDialog,
  hold: HoldDialog,
  resolve: ResolveDialog,
  reopen: ReopenDialog,
  prioritise: PrioritiseDialog,
  'assign-entity': AssignEntityDialog,
  merge: MergeDialog,
  'move-out': MoveOutDialog,
};

/** The dialog of a command that asks something first. */
export const CommandDialog = (props: CommandDialogProps & { type: Asking }) => {
  const { type, ...dialogProps } = props;
  const Dialog = DIALOGS[type];
  return <Dialog {...dialogProps} />;
};
