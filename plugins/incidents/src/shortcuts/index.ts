export { ShortcutsProvider, useShortcuts, type Shortcut } from './Shortcuts';
