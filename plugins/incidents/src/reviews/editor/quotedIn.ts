/** The words that are selected in a text of the review; undefined where none are. */
export function quotedIn(page: Document): string | undefined {
  const selection = page.getSelection();
  const words = selection?.toString().trim();
  const { parentElement } = selection?.anchorNode ?? {};
  return words && parentElement?.closest('[data-quotable]') ? words : undefined;
}
