import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import type { RefObject } from 'react';
import { useAddressQuery } from '../../navigation/navigation';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { Facts } from '../facts/Facts';
import { ActionsCard } from '../now/ActionsCard';
import { AlertsCard } from '../now/AlertsCard';
import { ChangesCard } from '../now/ChangesCard';
import { NowCard } from '../now/NowCard';
import { PeopleCard } from '../now/PeopleCard';
import { SeenBeforeCard } from '../now/SeenBeforeCard';
import { ReviewCard } from '../now/ReviewCard';
import { Situation } from '../situation/Situation';
import { Timeline } from '../timeline/Timeline';
import classes from './TabbedParts.module.css';

const PARTS = ['now', 'timeline', 'facts', 'alerts'] as const;

/** The same parts one at a time, what is happening now first. */
export const TabbedParts = (props: {
  incident: IncidentDetail;
  noteField: RefObject<HTMLTextAreaElement>;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const query = useAddressQuery();
  const { incident } = props;
  const { alertCount } = incident;
  const part = PARTS.find(each => each === query.get('part')) ?? 'now';
  return (
    <Tabs
      className={classes.tabs}
      selectedKey={part}
      onSelectionChange={key =>
        query.change({ part: key === 'now' ? undefined : String(key) })
      }
    >
      <TabList aria-label={incident.number}>
        <Tab id="now">{t('now')}</Tab>
        <Tab id="timeline">{t('timeline')}</Tab>
        <Tab id="facts">{t('facts')}</Tab>
        <Tab id="alerts">
          {t('alerts')}
          {alertCount > 0 && (
            <span className={classes.count}>{alertCount}</span>
          )}
        </Tab>
      </TabList>
      <TabPanel id="now" className={classes.panel}>
        <Situation incident={incident} />
        <NowCard incident={incident} />
        <ReviewCard incident={incident} />
        <ActionsCard incident={incident} />
        <PeopleCard incident={incident} />
      </TabPanel>
      <TabPanel id="timeline" className={classes.panel}>
        <Timeline incident={incident} noteField={props.noteField} />
      </TabPanel>
      <TabPanel id="facts" className={classes.panel}>
        <Facts incident={incident} />
      </TabPanel>
      <TabPanel id="alerts" className={classes.panel}>
        <AlertsCard incident={incident} />
        <ChangesCard incident={incident} />
        <SeenBeforeCard incident={incident} />
      </TabPanel>
    </Tabs>
  );
};
