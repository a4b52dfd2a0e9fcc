import type { EventType } from '../../incidents/events';
import type { Status } from '../../incidents/vocabulary';
import type { ActionStatus, Audience } from './document';

/** The languages that a review is published in. @public */
export type DocumentLanguage = 'en' | 'de';

/** What helps to write a section: what and how, never who and why. @public */
export interface SectionWords {
  title: string;
  prompts: readonly string[];
}

/** The words of a published review in one language. */
export interface DocumentWords {
  review: (incident: string) => string;
  /** That it is not approved, and for whom that keeps something back. */
  draftNotes: Record<Audience, string>;
  facts: Record<
    | 'priority'
    | 'status'
    | 'service'
    | 'team'
    | 'lead'
    | 'author'
    | 'responders'
    | 'declared'
    | 'resolved'
    | 'approved'
    | 'duration'
    | 'affectedPeople',
    string
  >;
  headings: Record<
    'timeline' | 'scorecard' | 'factors' | 'actions' | 'updates',
    string
  >;
  columns: Record<
    | 'time'
    | 'who'
    | 'what'
    | 'check'
    | 'found'
    | 'promised'
    | 'verdict'
    | 'action'
    | 'state'
    | 'due'
    | 'responsible',
    string
  >;
  unknown: string;
  at: (duration: string, priority: string) => string;
  of: (kept: number, all: number) => string;
  verdicts: Record<'kept' | 'missed' | 'none', string>;
  statuses: Record<Status, string>;
  actionStatuses: Record<ActionStatus, string>;
  checks: Record<string, string>;
  events: Record<EventType, string>;
  sections: Record<string, SectionWords>;
  noFactors: string;
  noActions: string;
}

const en: DocumentWords = {
  review: incident => `Post-incident review of ${incident}`,
  draftNotes: {
    internal: 'This review is not approved yet.',
    sharing: 'This review is not approved yet; what it says follows then.',
  },
  facts: {
    priority: 'Priority',
    status: 'Status',
    service: 'Service',
    team: 'Team',
    lead: 'Lead',
    author: 'Review by',
    responders: 'Responders',
    declared: 'Declared',
    resolved: 'Resolved',
    approved: 'Approved',
    duration: 'Impact',
    affectedPeople: 'People who said they were affected',
  },
  headings: {
    timeline: 'Timeline',
    scorecard: 'The response in numbers',
    factors: 'Contributing factors',
    actions: 'What we do about it',
    updates: 'What was told',
  },
  columns: {
    time: 'Time',
    who: 'Who',
    what: 'What',
    check: 'Check',
    found: 'Found',
    promised: 'Promised',
    verdict: 'Verdict',
    action: 'Action',
    state: 'State',
    due: 'Due',
    responsible: 'Responsible',
  },
  unknown: 'not known',
  at: (duration, priority) => `${duration} at ${priority}`,
  of: (kept, all) => `${kept} of ${all}`,
  verdicts: { kept: 'kept', missed: 'missed', none: '–' },
  statuses: {
    triage: 'Triage',
    investigating: 'Investigating',
    fixing: 'Fixing',
    monitoring: 'Monitoring',
    resolved: 'Resolved',
    closed: 'Closed',
    dismissed: 'Dismissed',
    merged: 'Merged',
  },
  actionStatuses: {
    proposed: 'Proposed',
    accepted: 'Accepted',
    'in-progress': 'In progress',
    done: 'Done',
    verified: 'Verified',
    'wont-do': "Won't do",
  },
  checks: {
    'time-to-notify': 'Time to notify',
    'time-to-acknowledge': 'Time to acknowledge',
    'time-to-first-update': 'Time to first update',
    'time-to-mitigate': 'Time to mitigate',
    'updates-on-time': 'Updates on time',
    'hand-overs': 'Hand-overs between teams',
    silence: 'Silences of more than 30 minutes',
  },
  events: {
    declared: 'Declared',
    routed: 'Routed',
    acknowledged: 'Acknowledged',
    'passed-on': 'Passed on',
    'status-changed': 'Status changed',
    held: 'Put on hold',
    resumed: 'Resumed',
    'update-posted': 'Update',
    'note-added': 'Note',
    resolved: 'Resolved',
    reopened: 'Reopened',
    closed: 'Closed',
    dismissed: 'Dismissed',
    merged: 'Merged',
    absorbed: 'Took another incident in',
    released: 'Let another incident go',
    'alerts-moved-out': 'Alerts moved out',
    'alerts-moved-in': 'Alerts moved in',
    undone: 'Taken back',
    'undo-expired': 'Cannot be taken back any more',
    followed: 'Followed',
    unfollowed: 'Followed no more',
    'affected-reported': 'Reported as affected',
    prioritised: 'Priority changed',
    'workaround-confirmed': 'Workaround helps',
    'workaround-retracted': 'Workaround does not help',
    'visibility-changed': 'Visibility changed',
    'affected-changed': 'Affected entities changed',
    'change-linked': 'Cause found',
    'change-unlinked': 'Cause taken back',
    renamed: 'Renamed',
    'time-corrected': 'Time corrected',
    'clock-fired': 'Time ran out',
    recovered: 'All alerts ended',
    relapsed: 'Fired again',
  },
  sections: {
    summary: {
      title: 'Summary',
      prompts: [
        'What happened, in three sentences that somebody outside the team understands?',
      ],
    },
    impact: {
      title: 'Impact',
      prompts: [
        'What could people not do, how many were they, and for how long?',
        'Was data lost or wrong?',
      ],
    },
    detection: {
      title: 'Detection',
      prompts: ['What noticed it first?', 'What could have told us earlier?'],
    },
    response: {
      title: 'Response',
      prompts: [
        'What was known at each turn, and how was it decided what to do?',
        'How did people who had to know get to know?',
      ],
    },
    'went-well': {
      title: 'What went well',
      prompts: ['What helped, and should stay as it is?'],
    },
    'went-poorly': {
      title: 'What went poorly',
      prompts: ['What made it harder or slower than it had to be?'],
    },
    lucky: {
      title: 'Where we were lucky',
      prompts: ['What would have made it worse and did not happen?'],
    },
    questions: {
      title: 'Open questions',
      prompts: ['What do we still not understand?'],
    },
    'external-message': {
      title: 'Message to those affected',
      prompts: ['How do we tell it to the people who depend on us?'],
    },
  },
  noFactors: 'None named.',
  noActions: 'None yet.',
};

const de: DocumentWords = {
  review: incident => `Nachbetrachtung der Störung ${incident}`,
  draftNotes: {
    internal: 'Diese Nachbetrachtung ist noch nicht freigegeben.',
    sharing:
      'Diese Nachbetrachtung ist noch nicht freigegeben; was sie sagt, folgt danach.',
  },
  facts: {
    priority: 'Priorität',
    status: 'Status',
    service: 'Dienst',
    team: 'Team',
    lead: 'Leitung',
    author: 'Nachbetrachtet von',
    responders: 'Beteiligte',
    declared: 'Ausgerufen',
    resolved: 'Behoben',
    approved: 'Freigegeben',
    duration: 'Auswirkung',
    affectedPeople: 'Personen, die sich betroffen meldeten',
  },
  headings: {
    timeline: 'Verlauf',
    scorecard: 'Die Reaktion in Zahlen',
    factors: 'Beitragende Faktoren',
    actions: 'Was wir tun',
    updates: 'Was mitgeteilt wurde',
  },
  columns: {
    time: 'Zeit',
    who: 'Wer',
    what: 'Was',
    check: 'Prüfung',
    found: 'Ergebnis',
    promised: 'Zugesagt',
    verdict: 'Urteil',
    action: 'Maßnahme',
    state: 'Stand',
    due: 'Fällig',
    responsible: 'Verantwortlich',
  },
  unknown: 'nicht bekannt',
  at: (duration, priority) => `${duration} als ${priority}`,
  of: (kept, all) => `${kept} von ${all}`,
  verdicts: { kept: 'eingehalten', missed: 'verfehlt', none: '–' },
  statuses: {
    triage: 'Sichtung',
    investigating: 'Untersuchung',
    fixing: 'Behebung',
    monitoring: 'Beobachtung',
    resolved: 'Behoben',
    closed: 'Geschlossen',
    dismissed: 'Verworfen',
    merged: 'Zusammengeführt',
  },
  actionStatuses: {
    proposed: 'Vorgeschlagen',
    accepted: 'Angenommen',
    'in-progress': 'In Arbeit',
    done: 'Erledigt',
    verified: 'Wirksam',
    'wont-do': 'Entfällt',
  },
  checks: {
    'time-to-notify': 'Zeit bis zur Benachrichtigung',
    'time-to-acknowledge': 'Zeit bis zur Annahme',
    'time-to-first-update': 'Zeit bis zur ersten Mitteilung',
    'time-to-mitigate': 'Zeit bis zur Linderung',
    'updates-on-time': 'Mitteilungen rechtzeitig',
    'hand-overs': 'Übergaben zwischen Teams',
    silence: 'Stille von mehr als 30 Minuten',
  },
  events: {
    declared: 'Ausgerufen',
    routed: 'Zugeordnet',
    acknowledged: 'Angenommen',
    'passed-on': 'Weitergegeben',
    'status-changed': 'Status geändert',
    held: 'Zurückgestellt',
    resumed: 'Wieder aufgenommen',
    'update-posted': 'Mitteilung',
    'note-added': 'Notiz',
    resolved: 'Behoben',
    reopened: 'Wieder geöffnet',
    closed: 'Geschlossen',
    dismissed: 'Verworfen',
    merged: 'Zusammengeführt',
    absorbed: 'Nahm einen anderen Vorfall auf',
    released: 'Gab einen anderen Vorfall wieder frei',
    'alerts-moved-out': 'Alarme ausgelagert',
    'alerts-moved-in': 'Alarme übernommen',
    undone: 'Zurückgenommen',
    'undo-expired': 'Nicht mehr zurückzunehmen',
    followed: 'Gefolgt',
    unfollowed: 'Nicht mehr gefolgt',
    'affected-reported': 'Als betroffen gemeldet',
    prioritised: 'Priorität geändert',
    'workaround-confirmed': 'Umgehung hilft',
    'workaround-retracted': 'Umgehung hilft nicht',
    'visibility-changed': 'Sichtbarkeit geändert',
    'affected-changed': 'Betroffenes geändert',
    'change-linked': 'Ursache gefunden',
    'change-unlinked': 'Ursache zurückgenommen',
    renamed: 'Umbenannt',
    'time-corrected': 'Zeit berichtigt',
    'clock-fired': 'Zeit abgelaufen',
    recovered: 'Alle Alarme endeten',
    relapsed: 'Schlug wieder an',
  },
  sections: {
    summary: {
      title: 'Zusammenfassung',
      prompts: [
        'Was ist geschehen, in drei Sätzen, die auch Außenstehende verstehen?',
      ],
    },
    impact: {
      title: 'Auswirkung',
      prompts: [
        'Was konnten wie viele Menschen wie lange nicht tun?',
        'Gingen Daten verloren, oder wurden sie falsch?',
      ],
    },
    detection: {
      title: 'Entdeckung',
      prompts: [
        'Woran wurde es zuerst bemerkt?',
        'Was hätte es früher zeigen können?',
      ],
    },
    response: {
      title: 'Reaktion',
      prompts: [
        'Was war an welcher Stelle bekannt, und wie wurde entschieden, was zu tun ist?',
        'Wie erfuhren es die, die es wissen mussten?',
      ],
    },
    'went-well': {
      title: 'Was gut lief',
      prompts: ['Was hat geholfen und soll so bleiben?'],
    },
    'went-poorly': {
      title: 'Was schlecht lief',
      prompts: ['Was machte es schwerer oder langsamer als nötig?'],
    },
    lucky: {
      title: 'Wo wir Glück hatten',
      prompts: ['Was hätte es schlimmer gemacht und blieb aus?'],
    },
    questions: {
      title: 'Offene Fragen',
      prompts: ['Was verstehen wir noch nicht?'],
    },
    'external-message': {
      title: 'Nachricht an die Betroffenen',
      prompts: ['Wie sagen wir es denen, die auf uns angewiesen sind?'],
    },
  },
  noFactors: 'Keine genannt.',
  noActions: 'Noch keine.',
};

/** @public */
export const DOCUMENT_WORDS: Record<DocumentLanguage, DocumentWords> = {
  en,
  de,
};

/** What a section is called, and what helps to write it. @public */
export function sectionWords(
  section: {
    id: string;
    title: string | null;
    prompts: readonly string[] | null;
  },
  language: DocumentLanguage,
): SectionWords {
  const { sections } = DOCUMENT_WORDS[language];
  const known = Object.hasOwn(sections, section.id)
    ? sections[section.id]
    : undefined;
  return {
    title: section.title ?? known?.title ?? section.id,
    prompts: section.prompts ?? known?.prompts ?? [],
  };
}
