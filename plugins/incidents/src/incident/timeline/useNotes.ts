import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { reasonOf } from '../../api/errors';
import { useSendCommand } from '../../api/mutations';
import { useDraft } from '../../elements/useDraft';
import type { EventEntry } from './lines';

/** A note on its way to the server. */
export interface PendingNote {
  key: number;
  text: string;
}

/**
 * Writing notes: what is typed is kept until the server has it, and shows on
 * the timeline meanwhile.
 */
export function useNotes(incident: IncidentDetail) {
  const { send } = useSendCommand();
  const [draft, setDraft] = useDraft(`${incident.id}.note`);
  const [sent, setSent] = useState<readonly PendingNote[]>([]);
  const [failure, setFailure] = useState<string>();

  const add = async () => {
    const text = draft.trim();
    if (!text) {
      return;
    }
    const note = { key: Date.now(), text };
    setSent(notes => [...notes, note]);
    setFailure(undefined);
    setDraft('');
    try {
      await send({ incident, command: { type: 'add-note', text } });
    } catch (error) {
      setSent(notes => notes.filter(other => other !== note));
      setDraft(text);
      setFailure(reasonOf(error));
    }
  };

  return { draft, setDraft, add, sent, failure };
}

/** The notes that the timeline does not tell of yet. */
export function stillPending(
  sent: readonly PendingNote[],
  events: readonly EventEntry[],
): PendingNote[] {
  const arrived = events.flatMap(({ type, texts }) =>
    type === 'note-added' && texts.text ? [texts.text] : [],
  );
  return sent.filter(({ text }) => !arrived.includes(text));
}
