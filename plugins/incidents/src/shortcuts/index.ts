export type { Shortcut } from './shortcut';
export { ShortcutsProvider, useShortcuts } from './Shortcuts';
