import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Link, PluginHeader, Tab, TabList, Tabs } from '@backstage/ui';
import {
  incidentReportPermission,
  setupReadPermission,
} from '@linchpin/backstage-plugin-incidents-common';
import { RiAlarmWarningLine, RiFlagLine } from '@remixicon/react';
import { useState } from 'react';
import { useDecisionCount, useSetup } from '../api/queries';
import { useIncidentsPaths } from '../navigation/navigation';
import { ReportDialog } from '../report';
import { thingsToMend } from '../setup/checks';
import { incidentsTranslationRef } from '../translations/incidents';
import classes from './PageHead.module.css';

/** The name of the page, its tabs, and the one thing that can be done from anywhere. */
export const PageHead = () => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const paths = useIncidentsPaths();
  const maySetup = usePermission({ permission: setupReadPermission }).allowed;
  const decisions = useDecisionCount();
  const setup = useSetup({ enabled: maySetup }).data;
  const toMend = setup ? thingsToMend(setup) : 0;
  return (
    <>
      <PluginHeader
        className={classes.header}
        icon={<RiAlarmWarningLine />}
        title={t('shell.title')}
        titleLink={paths.inbox}
        customActions={<HeadActions />}
      />
      <Tabs className={classes.tabs}>
        <TabList aria-label={t('shell.rooms')}>
          <Tab id="inbox" href={paths.inbox}>
            {t('shell.inbox')}
            <Count
              count={decisions}
              title={t('shell.toDecide', { count: decisions })}
            />
          </Tab>
          <Tab id="live" href={paths.live}>
            {t('shell.live')}
          </Tab>
          <Tab id="all" href={paths.archive}>
            {t('shell.all')}
          </Tab>
          {maySetup && (
            <Tab id="setup" href={paths.setup}>
              {t('shell.setup')}
              <Count
                count={toMend}
                title={t('shell.toMend', { count: toMend })}
              />
            </Tab>
          )}
        </TabList>
      </Tabs>
    </>
  );
};

const Count = (props: { count: number; title: string }) =>
  props.count > 0 ? (
    <span className={classes.count} title={props.title}>
      {props.count}
    </span>
  ) : null;

const HeadActions = () => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const paths = useIncidentsPaths();
  const mayReport = usePermission({
    permission: incidentReportPermission,
  }).allowed;
  const [isReporting, setReporting] = useState(false);
  return (
    <>
      <Link href={paths.myReports} standalone className={classes.reports}>
        {t('shell.myReports')}
      </Link>
      {mayReport && (
        <Button
          variant="secondary"
          iconStart={<RiFlagLine />}
          onPress={() => setReporting(true)}
        >
          {t('shell.reportOrDeclare')}
        </Button>
      )}
      <ReportDialog isOpen={isReporting} onOpenChange={setReporting} />
    </>
  );
};
