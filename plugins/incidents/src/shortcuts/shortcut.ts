/** A key and what it does. */
export interface Shortcut {
  /** As `KeyboardEvent.key` names it; the first one is shown. */
  keys: readonly [string, ...string[]];
  /** What it does, in the user's language. */
  label: string;
  run: () => void;
}
