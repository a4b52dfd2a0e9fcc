export {
  ActionDialogProvider,
  useActionDialog,
} from './dialog/ActionDialogProvider';
export type { ActionOccasion } from './dialog/occasion';
