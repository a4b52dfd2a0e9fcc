import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box, Button, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import {
  type IncidentDetail,
  isLive,
  type TimelineEntry,
} from '@linchpin/backstage-plugin-incidents-common';
import { Fragment, type RefObject, useMemo, useState } from 'react';
import { isOffered } from '../../commands';
import { useNow } from '../../elements/now';
import { FailedPart, RowSkeleton } from '../../elements/states';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { useWidth } from '../layout/useWidth';
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
import { useSoughtEntry } from './useSoughtEntry';
import { useTimelineEntries } from './useTimelineEntries';

/** Everything that happened, newest first, and where the next note is written. */
export const Timeline = (props: {
  incident: IncidentDetail;
  noteField: RefObject<HTMLTextAreaElement>;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { incident } = props;
  const [filter, setFilter] = useState<TimelineFilter>('everything');
  const timeline = useTimelineEntries(incident.number);
  const notes = useNotes(incident);
  const { entries } = timeline;
  return (
    <Box
      as="section"
      bg="neutral"
      className={classes.timeline}
      aria-label={t('timeline')}
    >
      <Tabs
        className={classes.tabs}
        selectedKey={filter}
        onSelectionChange={key => setFilter(key as TimelineFilter)}
      >
        <FilterTabs updates={countOf(entries ?? [], 'updates')} />
        <TabPanel id={filter} className={classes.panel}>
          {entries ? (
            <>
              <ol className={classes.lines}>
                <PendingNotes sent={notes.sent} entries={entries} />
                <Lines
                  entries={entries}
                  filter={filter}
                  expectsNews={isLive(incident.status) && !incident.onHold}
                />
              </ol>
              <NewEntryAnnouncer entries={entries} />
            </>
          ) : (
            <div className={classes.state}>
              {timeline.error ? (
                <FailedPart error={timeline.error} onRetry={timeline.refetch} />
              ) : (
                <RowSkeleton rows={5} />
              )}
            </div>
          )}
        </TabPanel>
      </Tabs>
      {timeline.hasEarlier && (
        <div className={classes.earlier}>
          <Button
            size="small"
            variant="tertiary"
            isPending={timeline.isLoadingEarlier}
            onPress={() => timeline.showEarlier()}
          >
            {t('earlier')}
          </Button>
        </div>
      )}
      {isOffered('add-note', incident) && (
        <Composer notes={notes} field={props.noteField} />
      )}
    </Box>
  );
};

const Lines = (props: {
  entries: readonly TimelineEntry[];
  filter: TimelineFilter;
  /** Whether a silence up to now means something. */
  expectsNews: boolean;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const now = useNow();
  const { entries, filter, expectsNews } = props;
  const sought = useSoughtEntry();
  const lines = useMemo(
    () => timelineLines(entries, filter, expectsNews ? now : undefined),
    [entries, filter, expectsNews, now],
  );
  if (lines.length === 0) {
    return <li className={classes.state}>{t('timelineEmpty')}</li>;
  }
  return (
    <>
      {lines.map((line, index) => (
        <Fragment key={line.key}>
          {isNewDay(line.at, lines[index - 1]?.at, now) && (
            <DayLine at={line.at} />
          )}
          <TimelineLine line={line} isSought={line.key === sought} />
        </Fragment>
      ))}
    </>
  );
};

/** What of the timeline is looked at; the first tab names the whole where nothing else does. */
const FilterTabs = (props: { updates: number }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const isWide = useWidth() === 'wide';
  return (
    <TabList aria-label={t('showWhat')}>
      {TIMELINE_FILTERS.map(filter => (
        <Tab key={filter} id={filter}>
          {filter === 'everything' && isWide
            ? t('filter_timeline')
            : t(`filter_${filter}`)}
          {filter === 'updates' && props.updates > 0 && (
            <span className={classes.count}>{props.updates}</span>
          )}
        </Tab>
      ))}
    </TabList>
  );
};
