import { Dialog } from '@backstage/ui';
import type { ReportDialogProps } from './ReportDialog';
import { ReportForm } from './ReportForm';

const WIDTH_PX = 592;

/** The dialog itself; what is typed in it is kept until it is sent. */
export const LoadedDialog = (props: ReportDialogProps) => (
  <Dialog
    width={WIDTH_PX}
    isOpen={props.isOpen}
    onOpenChange={props.onOpenChange}
  >
    <ReportForm
      entityRef={props.entityRef}
      recurrenceOf={props.recurrenceOf}
      onClose={() => props.onOpenChange(false)}
    />
  </Dialog>
);
