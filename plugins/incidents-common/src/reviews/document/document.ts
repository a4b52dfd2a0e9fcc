import type { ReviewAnswer } from '../../schemas/answers/reviews';
import type {
  DocumentContent,
  DocumentOptions,
  DocumentPart,
  DocumentSource,
} from './content';
import { actionPart } from './actions';
import { factsOf } from './facts';
import { timelineParts, updateParts } from './timeline';
import { scoreWords } from './values';
import { DOCUMENT_WORDS, sectionWords } from './words';

/** The review as a document for an audience. @public */
export function documentOf(
  source: DocumentSource,
  options: DocumentOptions,
): DocumentContent {
  const { review } = source;
  const { incident } = review;
  const words = DOCUMENT_WORDS[options.language];
  return {
    title: incident.title,
    lead: [
      { kind: 'note', text: words.review(incident.number) },
      ...(review.status === 'approved'
        ? []
        : [
            { kind: 'note' as const, text: words.draftNotes[options.audience] },
          ]),
      { kind: 'facts', rows: factsOf(source, options) },
    ],
    parts:
      options.audience === 'internal'
        ? internalParts(source, options)
        : sharedParts(source, options),
  };
}

/**
 * What happened, what it cost, why, and what is done about it stand on its first page; how it
 * went in particular, behind that.
 */
function internalParts(
  source: DocumentSource,
  options: DocumentOptions,
): DocumentPart[] {
  const { sections } = source.review;
  const inner = sections.findIndex(({ internal }) => internal);
  const opening = inner < 0 ? sections : sections.slice(0, inner);
  return [
    ...sectionParts(opening, options),
    factorPart(source, options),
    actionPart(source, options),
    ...sectionParts(sections.slice(opening.length), options),
    scorecardPart(source, options),
    ...timelineParts(source, options),
  ];
}

function sharedParts(
  source: DocumentSource,
  options: DocumentOptions,
): DocumentPart[] {
  return [
    ...(source.review.status === 'approved'
      ? [
          ...sectionParts(
            source.review.sections.filter(({ internal }) => !internal),
            options,
          ),
          actionPart(source, options),
        ]
      : []),
    ...updateParts(source, options),
  ];
}

/** What was never written is left out. */
function sectionParts(
  sections: ReviewAnswer['sections'],
  { language }: DocumentOptions,
): DocumentPart[] {
  return sections
    .filter(({ text }) => text.trim() !== '')
    .map(section => ({
      title: sectionWords(section, language).title,
      blocks: [{ kind: 'text', text: section.text.trim() }],
    }));
}

function factorPart(
  { review }: DocumentSource,
  { language }: DocumentOptions,
): DocumentPart {
  const { headings, noFactors } = DOCUMENT_WORDS[language];
  return {
    title: headings.factors,
    blocks: [
      review.factors.length > 0
        ? {
            kind: 'facts',
            rows: review.factors.map(({ tag, text }) => [inWords(tag), text]),
          }
        : { kind: 'note', text: noFactors },
    ],
  };
}

function scorecardPart(
  { review }: DocumentSource,
  { language }: DocumentOptions,
): DocumentPart {
  const words = DOCUMENT_WORDS[language];
  const { headings, columns, checks, verdicts } = words;
  return {
    title: headings.scorecard,
    blocks: [
      {
        kind: 'table',
        head: [columns.check, columns.found, columns.limit, columns.promise],
        rows: review.scorecard.map(({ check, found, verdict }) => [
          checks[check] ?? check,
          ...scoreWords(found, words),
          verdicts[verdict],
        ]),
      },
    ],
  };
}

/** A tag as one reads it: `missing-test` is a missing test. */
function inWords(tag: string): string {
  const words = tag.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
