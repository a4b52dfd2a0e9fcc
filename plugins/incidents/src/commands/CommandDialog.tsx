import type { ComponentType } from 'react';
import { AssignEntityDialog } from './AssignEntityDialog';
import type { CommandDialogProps } from './dialogProps';
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
