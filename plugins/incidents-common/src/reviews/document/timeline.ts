import type { TimelineEvent } from '../../incidents/events';
import type { DocumentOptions, DocumentPart, DocumentSource } from './content';
import { momentWords } from './values';
import { DOCUMENT_WORDS, type DocumentLanguage } from './words';

/** What was chosen of it, with what it meant. */
export function timelinePart(
  { review, timeline }: DocumentSource,
  { language, zone }: DocumentOptions,
): DocumentPart {
  const { headings, columns } = DOCUMENT_WORDS[language];
  const included = new Map(
    review.entries
      .filter(entry => entry.included)
      .map(({ sequence, note }) => [sequence, note]),
  );
  return {
    title: headings.timeline,
    blocks: [
      {
        kind: 'table',
        head: [columns.time, columns.who, columns.what],
        rows: timeline
          .filter(({ sequence }) => included.has(sequence))
          .sort(byTime)
          .map(event => [
            momentWords(event.at, zone, language),
            event.actor.name,
            [toldBy(event, language), included.get(event.sequence)]
              .filter(Boolean)
              .join(' — '),
          ]),
      },
    ],
  };
}

/** Of the timeline only what was told, and that without who told it. */
export function updateParts(
  { timeline }: DocumentSource,
  { language, zone }: DocumentOptions,
): DocumentPart[] {
  const { headings, columns } = DOCUMENT_WORDS[language];
  const updates = timeline.filter(({ type }) => type === 'update-posted');
  if (updates.length === 0) {
    return [];
  }
  const rows = updates
    .sort(byTime)
    .map(({ at, texts }) => [
      momentWords(at, zone, language),
      [texts?.impact, texts?.action].filter(Boolean).join(' '),
    ]);
  return [
    {
      title: headings.updates,
      blocks: [{ kind: 'table', head: [columns.time, columns.what], rows }],
    },
  ];
}

/** What an entry says, in a line. */
function toldBy(event: TimelineEvent, language: DocumentLanguage): string {
  const { events, statuses } = DOCUMENT_WORDS[language];
  const said = Object.values(event.texts ?? {}).join(' ');
  return [detailed(event, events[event.type], statuses), said]
    .filter(Boolean)
    .join(': ');
}

function detailed(
  event: TimelineEvent,
  label: string,
  statuses: Record<string, string>,
): string {
  switch (event.type) {
    case 'status-changed':
      return statuses[event.data.to];
    case 'prioritised':
      return `${label} (${event.data.from} → ${event.data.to})`;
    case 'passed-on':
      return `${label} → ${event.data.to.title}`;
    case 'change-linked':
      return `${label}: ${event.data.change.title}`;
    default:
      return label;
  }
}

function byTime(a: TimelineEvent, b: TimelineEvent): number {
  return a.at === b.at
    ? a.sequence - b.sequence
    : Date.parse(a.at) - Date.parse(b.at);
}
