import { readFileSync } from 'node:fs';
import { inRepository } from '../setup/paths.mjs';

/**
 * What the README tells whoever adds the plugin to a portal: `commands` to run, `changes`, and
 * `changesOfOldApp` to an app of the old frontend system. A change has the `file`, the `code`, and
 * the words that say `where`; imports have none.
 */
export function readInstructions() {
  const readme = readFileSync(inRepository('README.md'), 'utf8');
  const [, chapter] = readme.match(/^## Add it to your portal$(.*?)^###? /ms);
  const [ofAll, ofOldApp] = chapter.split(/^With the old frontend system/m);
  return {
    commands: blocksOf(ofAll, 'sh').flatMap(text => text.trim().split('\n')),
    changes: blocksOf(ofAll, 'tsx?').flatMap(changesOf),
    changesOfOldApp: blocksOf(ofOldApp, 'tsx?').flatMap(changesOf),
  };
}

const blocksOf = (text, language) =>
  [
    ...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms')),
  ].map(([, block]) => block);

/** The first comment of a block names its file, each further one where the code below it belongs. */
function changesOf(block) {
  const [imports, ...pieces] = block
    .split(/^\/\/ /m)
    .slice(1)
    .map(piece => {
      const [comment, ...code] = piece.split('\n');
      return { comment, code: code.join('\n').trim() };
    });
  const file = imports.comment;
  return [
    ...(imports.code ? [{ file, code: imports.code }] : []),
    ...pieces.map(({ comment, code }) => ({ file, where: comment, code })),
  ];
}

/** Where the README's words point to in the files of the templates: beside which text. */
const PLACES = {
  'before backend.start()': { before: 'backend.start()' },
  'among the routes': { before: '</FlatRoutes>' },
  'in the overview': { after: '\n    {entityWarningContent}' },
  'among the tabs': { before: '</EntityLayout>' },
};

/**
 * A file of the template as whoever follows one instruction leaves it.
 *
 * @throws where the instruction says nothing that the template has
 */
export function applied({ code, where }, text) {
  if (text.includes(code)) {
    return text;
  }
  if (where === undefined) {
    return `${code}\n${text}`;
  }
  const { before, after } = PLACES[where] ?? {};
  const mark = before ?? after;
  if (!mark || !text.includes(mark)) {
    throw new Error(`The template has no place "${where}"`);
  }
  const isElement = code.startsWith('<');
  const added = isElement ? code.replace(/;$/, '') : code;
  return text.replaceAll(
    mark,
    before ? `${added}\n\n${mark}` : `${mark}\n${added}`,
  );
}
