export {
  ActionDialogProvider,
  useActionDialog,
} from './dialog/ActionDialogProvider';
