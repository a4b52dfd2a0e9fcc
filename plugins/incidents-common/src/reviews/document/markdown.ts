import type { DocumentBlock, DocumentContent } from './content';

/** A document as Markdown, with tables as GitHub and TechDocs know them. @public */
export function markdownOf({ title, lead, parts }: DocumentContent): string {
  return [
    `# ${line(title)}`,
    ...lead.map(blockOf),
    ...parts.flatMap(part => [
      `## ${line(part.title)}`,
      ...part.blocks.map(blockOf),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

function blockOf(block: DocumentBlock): string {
  switch (block.kind) {
    case 'text':
      return nested(block.text);
    case 'note':
      return `_${line(block.text)}_`;
    case 'facts':
      return block.rows
        .map(([name, value]) => `- **${line(name)}:** ${line(value)}`)
        .join('\n');
    default:
      return tableOf(block.head, block.rows);
  }
}

function tableOf(head: string[], rows: string[][]): string {
  const row = (cells: string[]) => `| ${cells.map(line).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** A block of code, closed or not, or what a heading begins with. */
const CODE_OR_HEADING =
  /^ {0,3}(```|~~~)[^]*?(?:^ {0,3}\1|(?![^]))|^#{1,4}(?=\s)/gm;

/** Headings that an author wrote stand below that of their section; code stays as it is. */
function nested(text: string): string {
  return text.replace(CODE_OR_HEADING, found =>
    found.startsWith('#') ? `##${found}` : found,
  );
}

/** Plain text in one line, in which nothing means anything but itself; what is to stay together does. */
function line(text: string): string {
  return text
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~]|&(?=#?\w+;)/g, '\\$&');
}
