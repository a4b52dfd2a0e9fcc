import type { ComponentType } from 'react';
import { AccountableDialog } from './AccountableDialog';
import { AssignDialog } from './AssignDialog';
import { DueDialog } from './DueDialog';
import { EditDialog } from './EditDialog';
import { EntityDialog } from './EntityDialog';
import { SayDialog } from './SayDialog';
import { type Choosing, isSaying, type Saying } from './start';
import { TicketDialog } from './TicketDialog';
import type { ActionDialogProps } from './useActionForm';

export type AskingType = Saying | Choosing;

const DIALOGS: Record<Choosing, ComponentType<ActionDialogProps>> = {
  assign: AssignDialog,
  'make-accountable': AccountableDialog,
  edit: EditDialog,
  'move-to-entity': EntityDialog,
  'move-due': DueDialog,
  'make-ticket': TicketDialog,
};

/** The dialog of a command that asks something first. */
export const AskingDialog = (
  props: ActionDialogProps & { type: AskingType },
) => {
  const { type, ...dialogProps } = props;
  if (isSaying(type)) {
    return <SayDialog type={type} {...dialogProps} />;
  }
  const Dialog = DIALOGS[type];
  return <Dialog {...dialogProps} />;
};
