export { CommandsProvider, useCommands } from './CommandsProvider';
export { CommandButton } from './CommandButton';
export { ChangeStatusMenu } from './ChangeStatusMenu';
export { isOffered, type Startable } from './start';
export { waysOn } from './waysOn';
export { useCommandForm, type CommandForm } from './useCommandForm';
export { FormDialog } from './FormDialog';
export { MomentField } from './fields/MomentField';
export { EntityPicker, GroupPicker } from './fields/pickers';
