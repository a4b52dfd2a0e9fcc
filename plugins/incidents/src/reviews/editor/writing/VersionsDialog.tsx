import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type {
  ReviewCommand,
  ReviewOutcome,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { reasonOf } from '../../../api/errors';
import { useSectionVersions } from '../../../api/reviews';
import { Markdown } from '../../../elements/Markdown';
import { useNow } from '../../../elements/now';
import { Refused } from '../../../elements/Refused';
import { FailedPart, RowSkeleton } from '../../../elements/states';
import { useInstantFormat } from '../../../elements/time';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { useSectionWords } from '../../words';
import type { Section } from './useSectionText';
import classes from './VersionsDialog.module.css';

/** What a section has said so far; any of it can be brought back, as a new version. */
export const VersionsDialog = (props: {
  number: string;
  section: Section;
  send: (command: ReviewCommand) => Promise<ReviewOutcome>;
  onClose: () => void;
}) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { section } = props;
  const { title } = useSectionWords(section);
  const { data, error, refetch } = useSectionVersions(props.number, section.id);
  const [chosen, choose] = useState<string>();
  const shown = data?.items.find(({ id }) => id === chosen) ?? data?.items[0];
  const [problem, setProblem] = useState<string>();
  const [isPending, setPending] = useState(false);
  const restore = async (text: string) => {
    setProblem(undefined);
    setPending(true);
    try {
      await props.send({
        type: 'write-section',
        section: section.id,
        baseVersion: section.version,
        text,
      });
      props.onClose();
    } catch (reason) {
      setProblem(reasonOf(reason));
      setPending(false);
    }
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width={880}
    >
      <DialogHeader>{t('versionsOf', { section: title })}</DialogHeader>
      <DialogBody>
        <Refused why={problem} />
        {error && <FailedPart error={error} onRetry={refetch} />}
        {!data && !error && <RowSkeleton rows={4} />}
        {data && (
          <div className={classes.versions}>
            <ol className={classes.list}>
              {data.items.map(each => (
                <li key={each.id}>
                  <button
                    type="button"
                    className={classes.version}
                    aria-pressed={each === shown}
                    onClick={() => choose(each.id)}
                  >
                    <span>
                      {each.version === null
                        ? t('keptBeside')
                        : t('version', { n: String(each.version) })}
                    </span>
                    <span className={classes.by}>
                      {each.by.title}, {format.short(each.at, now)}
                    </span>
                  </button>
                </li>
              ))}
            </ol>
            <div className={classes.text}>
              {shown?.text.trim() ? (
                <Markdown text={shown.text} />
              ) : (
                <p className={classes.by}>{t('emptyText')}</p>
              )}
            </div>
          </div>
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          {t('close')}
        </Button>
        <Button
          variant="primary"
          isDisabled={!shown || shown.text === section.text}
          isPending={isPending}
          onPress={() => shown && restore(shown.text)}
        >
          {t('restore')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
