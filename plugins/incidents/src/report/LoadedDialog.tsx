import { Dialog } from '@backstage/ui';
import { ReportForm } from './ReportForm';

/** One dialog for *Report* and *Declare*. */
export interface ReportDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The entity it is opened from; picked in the dialog otherwise. */
  entityRef?: string;
  /** The closed incident, `INC-12`, that it happens again of. */
  recurrenceOf?: string;
}

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
