/** One dialog for *Report* and *Declare*. */
export interface ReportDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The entity it is opened from; picked in the dialog otherwise. */
  entityRef?: string;
}

export const ReportDialog = (_props: ReportDialogProps) => null;
