/** A line of the timeline as it is carried into a text: an item of a list, when and what. */
export function wordsOf(line: Element): string {
  const parts = [...line.querySelectorAll('[data-carried]')];
  return `- ${parts.map(part => part.textContent).join(' ')}\n`;
}
