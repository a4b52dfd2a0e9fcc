import type {
  ReviewAnswer,
  ReviewCommand,
  ReviewOutcome,
} from '@linchpin/backstage-plugin-incidents-common';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { reasonOf } from '../../../api/errors';
import { useDraft } from '../../../elements/useDraft';
import { carriedOver } from './edits';

export type Section = ReviewAnswer['sections'][number];

/** How long somebody pauses before what they typed is saved, in milliseconds. */
const PAUSE_MS = 1_000;

/** After how long what could not be saved is tried again, in milliseconds. */
const RETRY_MS = 15_000;

/** What was typed and is not saved yet. */
interface Draft {
  text: string;
  /** The version that it began with. */
  baseVersion: number;
}

/**
 * The text of a section as its author sees it: saved when they pause, kept in this
 * tab until it is. What others write meanwhile is merged by the server; where it
 * cannot be, both texts are kept and the section says so.
 */
export function useSectionText(options: {
  incidentId: string;
  section: Section;
  send: (command: ReviewCommand) => Promise<ReviewOutcome>;
}) {
  const { incidentId, section, send } = options;
  const [kept, keep] = useDraft(`review.${incidentId}.${section.id}`);
  const draft = useMemo<Draft | undefined>(
    () => (kept ? JSON.parse(kept) : undefined),
    [kept],
  );
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [isMerged, setMerged] = useState(false);
  // Changed with each key, not with each render: one may still show what was sent since.
  const latest = useRef(draft);
  const isOnItsWay = useRef(false);

  const put = useCallback(
    (next: Draft | undefined) => {
      latest.current = next;
      keep(next ? JSON.stringify(next) : '');
    },
    [keep],
  );

  const save = useCallback(async () => {
    const sent = latest.current;
    if (!sent || isOnItsWay.current) {
      return;
    }
    isOnItsWay.current = true;
    setSaving(true);
    setFailure(undefined);
    try {
      const outcome = await send({
        type: 'write-section',
        section: section.id,
        ...sent,
      });
      setMerged(outcome.section === 'merged');
      put(remainderOf(sent, latest.current, outcome, section.id));
    } catch (error) {
      setFailure(reasonOf(error));
    } finally {
      isOnItsWay.current = false;
      setSaving(false);
    }
  }, [put, section.id, send]);

  const saveNow = useRef(save);
  saveNow.current = save;

  useEffect(() => {
    if (!draft || isSaving) {
      return undefined;
    }
    const timer = setTimeout(
      () => saveNow.current(),
      failure ? RETRY_MS : PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [draft, isSaving, failure]);

  useEffect(
    () => () => {
      saveNow.current();
    },
    [],
  );

  const type = (text: string) => {
    setFailure(undefined);
    setMerged(false);
    const baseVersion = latest.current?.baseVersion ?? section.version;
    put(
      text === section.text && baseVersion === section.version
        ? undefined
        : { text, baseVersion },
    );
  };

  return {
    text: draft?.text ?? section.text,
    type,
    save,
    failure,
    isSaving,
    isMerged,
    isUnsaved: draft !== undefined,
  };
}

export type SectionText = ReturnType<typeof useSectionText>;

/** What is still to be saved after a text has arrived. */
function remainderOf(
  sent: Draft,
  typed: Draft | undefined,
  { review, section: how }: ReviewOutcome,
  id: string,
): Draft | undefined {
  const present = review.sections.find(section => section.id === id);
  if (!present || !typed || typed.text === sent.text) {
    return undefined;
  }
  // The server takes what follows a text beside as the same author going on with it.
  const carried =
    how === 'beside'
      ? undefined
      : carriedOver(sent.text, typed.text, present.text);
  return carried === undefined
    ? { text: typed.text, baseVersion: sent.baseVersion }
    : { text: carried, baseVersion: present.version };
}
