export type { ReportDialogProps } from './LoadedDialog';
export { ReportDialog } from './ReportDialog';
export { ReportButton } from './ReportButton';
