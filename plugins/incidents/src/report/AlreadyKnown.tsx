import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Skeleton } from '@backstage/ui';
import type {
  LiveLine,
  ReportPreview,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { incidentsReportTranslationRef } from '../translations/report';
import type { ReportDraft } from './draft';
import { KnownIncident } from './KnownIncident';
import { likeThis } from './likeThis';
import { useJoin } from './useJoin';
import classes from './AlreadyKnown.module.css';

/** More are a list to read, and this is a dialog to get through. */
const SHOWN_FIRST = 3;

interface AlreadyKnownProps {
  entity: NonNullable<ReportDraft['entity']>;
  preview: { data?: ReportPreview; isPending: boolean };
  /** What is being typed: known incidents that sound like it come first. */
  typed: string;
  onJoined: () => void;
  /** Somebody goes to read one of them. */
  onLeave: () => void;
}

/** Live incidents of the entity and of what it depends on, joined with one press. */
export const AlreadyKnown = (props: AlreadyKnownProps) => {
  const { t } = useTranslationRef(incidentsReportTranslationRef);
  const { data, isPending } = props.preview;
  const { join, failure } = useJoin(props.onJoined);
  const [isWhole, setWhole] = useState(false);
  const known = data?.known ?? [];
  const alike = likeThis(known, props.typed);
  const sorted = [...alike, ...known.filter(line => !alike.includes(line))];
  const shown = isWhole ? sorted : sorted.slice(0, SHOWN_FIRST);

  return (
    <section aria-labelledby="incidents-known" className={classes.known}>
      <h3 id="incidents-known" className={classes.title} aria-live="polite">
        {t(questionFor(alike))}
      </h3>
      <ul className={classes.list}>
        {isPending && <RowToCome />}
        {data && known.length === 0 && (
          <li className={classes.nothing}>{t('nothingKnown')}</li>
        )}
        {shown.map(line => (
          <KnownIncident
            key={line.incident.id}
            line={line}
            entity={data?.entity ?? props.entity}
            isAlike={alike.includes(line)}
            onJoin={() => join(line.incident, props.typed)}
            onLeave={props.onLeave}
          />
        ))}
      </ul>
      {sorted.length > shown.length && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setWhole(true)}
          className={classes.more}
        >
          {t('moreKnown', { count: sorted.length - shown.length })}
        </Button>
      )}
      {failure && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('notJoined')}
          description={failure}
        />
      )}
    </section>
  );
};

function questionFor(alike: LiveLine[]) {
  if (alike.length === 0) {
    return 'alreadyKnown';
  }
  return alike.length === 1 ? 'likeThisOne' : 'likeTheseOnes';
}

const RowToCome = () => (
  <li className={classes.nothing} aria-hidden="true">
    <Skeleton width="64%" height={14} />
  </li>
);
