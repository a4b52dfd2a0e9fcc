const TWO_PANES = '(min-width: 960px)';

/** Whether a preview stands beside the list; else a row opens its page. */
export function hasPreview(): boolean {
  return window.matchMedia?.(TWO_PANES).matches ?? true;
}
