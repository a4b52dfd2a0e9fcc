import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type {
  IncidentDetail,
  TimelineEntry,
} from '@linchpin/backstage-plugin-incidents-common';
import { Fragment, type RefObject, useMemo, useState } from 'react';
import { useNow } from '../../elements/now';
import { FailedPart, RowSkeleton } from '../../elements/states';
import { incidentsTranslationRef } from '../../translations/incidents';
import { Composer } from './Composer';
import { DayLine, isNewDay } from './DayLine';
import {
  countOf,
  timelineLines,
  TIMELINE_FILTERS,
  type TimelineFilter,
} from './lines';
import { NewEntryAnnouncer } from './NewEntryAnnouncer';
import { PendingNotes } from './PendingNotes';
import classes from './Timeline.module.css';
import { TimelineLine } from './TimelineLine';
import { useNotes } from './useNotes';
import { useTimelineEntries } from './useTimelineEntries';

/** Everything that happened, newest first, and where the next note is written. */
export const Timeline = (props: {
  incident: IncidentDetail;
  noteField: RefObject<HTMLTextAreaElement>;
}) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { incident } = props;
  const [filter, setFilter] = useState<TimelineFilter>('everything');
  const timeline = useTimelineEntries(incident.number);
  const notes = useNotes(incident);
  const { entries } = timeline;
  return (
    <section className={classes.timeline} aria-label={t('incident.timeline')}>
      <header className={classes.head}>
        <h2>{t('incident.timeline')}</h2>
        <FilterChoice filter={filter} onChange={setFilter} entries={entries} />
      </header>
      {entries && (
        <>
          <ol className={classes.lines}>
            <PendingNotes sent={notes.sent} entries={entries} />
            <Lines entries={entries} filter={filter} />
          </ol>
          <NewEntryAnnouncer entries={entries} />
        </>
      )}
      {!entries && (
        <div className={classes.state}>
          {timeline.error ? (
            <FailedPart error={timeline.error} onRetry={timeline.refetch} />
          ) : (
            <RowSkeleton rows={5} />
          )}
        </div>
      )}
      {timeline.hasEarlier && (
        <div className={classes.earlier}>
          <Button
            size="small"
            variant="tertiary"
            isPending={timeline.isLoadingEarlier}
            onPress={() => timeline.showEarlier()}
          >
            {t('incident.earlier')}
          </Button>
        </div>
      )}
      {incident.viewer.commands.includes('add-note') && (
        <Composer notes={notes} field={props.noteField} />
      )}
    </section>
  );
};

const Lines = (props: {
  entries: readonly TimelineEntry[];
  filter: TimelineFilter;
}) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const now = useNow();
  const lines = useMemo(
    () => timelineLines(props.entries, props.filter),
    [props.entries, props.filter],
  );
  if (lines.length === 0) {
    return <li className={classes.state}>{t('incident.timelineEmpty')}</li>;
  }
  return (
    <>
      {lines.map((line, index) => (
        <Fragment key={line.key}>
          {isNewDay(line.at, lines[index - 1]?.at, now) && (
            <DayLine at={line.at} />
          )}
          <TimelineLine line={line} />
        </Fragment>
      ))}
    </>
  );
};

const FilterChoice = (props: {
  filter: TimelineFilter;
  onChange: (filter: TimelineFilter) => void;
  entries: readonly TimelineEntry[] | undefined;
}) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const updates = props.entries ? countOf(props.entries, 'updates') : 0;
  return (
    <ToggleButtonGroup
      selectionMode="single"
      disallowEmptySelection
      aria-label={t('incident.showWhat')}
      selectedKeys={[props.filter]}
      onSelectionChange={([key]) => props.onChange(key as TimelineFilter)}
    >
      {TIMELINE_FILTERS.map(filter => (
        <ToggleButton key={filter} id={filter} size="small">
          {t(`incident.filter_${filter}`)}
          {filter === 'updates' && updates > 0 && (
            <span className={classes.count}>{updates}</span>
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};
