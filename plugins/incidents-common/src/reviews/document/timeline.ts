import type { TimelineEvent } from '../../incidents/events';
import { PRIORITIES, type Priority } from '../../incidents/vocabulary';
import type { DocumentOptions, DocumentPart, DocumentSource } from './content';
import { timesWords, unbroken, zoneWords } from './values';
import {
  DOCUMENT_WORDS,
  type DocumentLanguage,
  type DocumentWords,
} from './words';

/** What was chosen of it, with what it meant. */
export function timelineParts(
  { review, timeline }: DocumentSource,
  options: DocumentOptions,
): DocumentPart[] {
  const { language } = options;
  const { headings, columns } = DOCUMENT_WORDS[language];
  const included = new Map(
    review.entries
      .filter(entry => entry.included)
      .map(({ sequence, note }) => [sequence, note]),
  );
  const chosen = timeline
    .filter(({ sequence }) => included.has(sequence))
    .sort(byTime);
  return timedParts(
    headings.timeline,
    chosen,
    [columns.who, columns.what],
    event => [
      unbroken(event.actor.name),
      [toldBy(event, language), included.get(event.sequence)]
        .filter(Boolean)
        .join(' – '),
    ],
    options,
  );
}

/** Of the timeline only what was told, and that without who told it. */
export function updateParts(
  { timeline }: DocumentSource,
  options: DocumentOptions,
): DocumentPart[] {
  const { headings, columns } = DOCUMENT_WORDS[options.language];
  return timedParts(
    headings.updates,
    timeline.filter(({ type }) => type === 'update-posted').sort(byTime),
    [columns.what],
    ({ texts }) => [[texts?.impact, texts?.action].filter(Boolean).join(' ')],
    options,
  );
}

/** Events with their times: the zone is named once, and a day where it begins. */
function timedParts(
  title: string,
  events: readonly TimelineEvent[],
  columns: readonly string[],
  cellsOf: (event: TimelineEvent) => string[],
  { language, zone }: DocumentOptions,
): DocumentPart[] {
  if (events.length === 0) {
    return [];
  }
  const { timeIn } = DOCUMENT_WORDS[language];
  const instants = events.map(({ at }) => at);
  const times = timesWords(instants, zone, language);
  return [
    {
      title,
      blocks: [
        {
          kind: 'table',
          head: [timeIn(zoneWords(instants, zone, language)), ...columns],
          rows: events.map((event, index) => [times[index], ...cellsOf(event)]),
        },
      ],
    },
  ];
}

/** What an entry says, in a line. */
function toldBy(event: TimelineEvent, language: DocumentLanguage): string {
  const said = Object.values(event.texts ?? {}).join(' ');
  return [detailed(event, DOCUMENT_WORDS[language]), said]
    .filter(Boolean)
    .join(': ');
}

function detailed(event: TimelineEvent, words: DocumentWords): string {
  const label = words.events[event.type];
  switch (event.type) {
    case 'status-changed':
      return words.statuses[event.data.to];
    case 'prioritised':
      return reprioritised(event.data, words);
    case 'passed-on':
      return `${label} → ${event.data.to.title}`;
    case 'change-linked':
      return `${label}: ${event.data.change.title}`;
    default:
      return label;
  }
}

function reprioritised(
  { from, to }: { from: Priority; to: Priority },
  { events, raised, lowered }: DocumentWords,
): string {
  const steps = PRIORITIES.indexOf(from) - PRIORITIES.indexOf(to);
  if (steps === 0) {
    return `${events.prioritised} (${to})`;
  }
  return steps > 0 ? raised(from, to) : lowered(from, to);
}

function byTime(a: TimelineEvent, b: TimelineEvent): number {
  return a.at === b.at
    ? a.sequence - b.sequence
    : Date.parse(a.at) - Date.parse(b.at);
}
