import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  ReviewCommand,
  ReviewOutcome,
} from '@linchpin/backstage-plugin-incidents-common';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { reasonOf } from '../../../api/errors';
import { Markdown } from '../../../elements/Markdown';
import { Refused } from '../../../elements/Refused';
import { useDraftOf } from '../../../elements/useDraftOf';
import { useMe } from '../../../elements/useMe';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { useSectionWords } from '../../words';
import classes from './Conflict.module.css';
import type { Section } from './useSectionText';

/**
 * Two texts that were written at the same time in the same place: both as they are,
 * and one of both, which whoever joins them writes.
 */
export const Conflict = (props: {
  incident: { id: string };
  section: Section;
  send: (command: ReviewCommand) => Promise<ReviewOutcome>;
}) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const me = useMe();
  const { incident, section } = props;
  const { title } = useSectionWords(section);
  const [beside] = section.beside;
  const isMine = beside.by.ref === me;
  const other = (isMine && section.editedBy) || beside.by;
  const { draft, change, forget } = useDraftOf(
    `review.${incident.id}.join.${beside.id}`,
    { joined: isMine ? beside.text : section.text },
  );
  const [problem, setProblem] = useState<string>();
  const [isPending, setPending] = useState(false);
  const field = useFieldOfWhoWasTyping(isMine);

  const join = async () => {
    setProblem(undefined);
    setPending(true);
    try {
      await props.send({
        type: 'write-section',
        section: section.id,
        baseVersion: section.version,
        text: draft.joined,
        joins: beside.id,
      });
      forget();
    } catch (error) {
      setProblem(reasonOf(error));
    } finally {
      setPending(false);
    }
  };
  return (
    <div className={classes.conflict}>
      <p role="status" className={classes.what}>
        {t('conflict', { name: other.title })}
      </p>
      <div className={classes.texts}>
        <Text
          title={
            section.editedBy
              ? t('textOf', { name: section.editedBy.title })
              : t('textNow')
          }
          text={section.text}
        >
          <Button
            size="small"
            variant="secondary"
            onPress={() => change({ joined: section.text })}
          >
            {t('takeThis')}
          </Button>
        </Text>
        <Text
          title={t('textBeside', { name: beside.by.title })}
          text={beside.text}
        >
          <Button
            size="small"
            variant="secondary"
            onPress={() => change({ joined: beside.text })}
          >
            {t('takeThis')}
          </Button>
          <Button
            size="small"
            variant="tertiary"
            onPress={() =>
              change({ joined: `${section.text}\n\n${beside.text}` })
            }
          >
            {t('takeBoth')}
          </Button>
        </Text>
      </div>
      <label className={classes.join}>
        <span>{t('joined')}</span>
        <textarea
          ref={field}
          id={`text-${section.id}`}
          rows={4}
          aria-label={t('joinedOf', { section: title })}
          value={draft.joined}
          onChange={event => change({ joined: event.target.value })}
        />
      </label>
      <Refused why={problem} />
      <div className={classes.end}>
        <Button
          size="small"
          variant="primary"
          isPending={isPending}
          onPress={join}
        >
          {t('join')}
        </Button>
      </div>
    </div>
  );
};

const Text = (props: { title: string; text: string; children: ReactNode }) => (
  <section className={classes.text} aria-label={props.title}>
    <h4>{props.title}</h4>
    <Markdown text={props.text} />
    <div className={classes.take}>{props.children}</div>
  </section>
);

/** Whoever was typing goes on where their text is now. */
function useFieldOfWhoWasTyping(wasTyping: boolean) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (wasTyping && document.activeElement === document.body) {
      field.current?.focus();
    }
  }, [wasTyping]);
  return field;
}
