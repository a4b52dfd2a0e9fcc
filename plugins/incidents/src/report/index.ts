export { ReportDialog, type ReportDialogProps } from './ReportDialog';
export { ReportButton } from './ReportButton';
