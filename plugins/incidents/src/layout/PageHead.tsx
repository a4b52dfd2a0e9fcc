import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Link, PluginHeader } from '@backstage/ui';
import { incidentReportPermission } from '@linchpin/backstage-plugin-incidents-common';
import { RiAlarmWarningLine, RiFlagLine } from '@remixicon/react';
import { useState } from 'react';
import { useIncidentsPaths } from '../navigation/navigation';
import { ReportDialog } from '../report';
import { incidentsLayoutTranslationRef } from '../translations/layout';
import classes from './PageHead.module.css';
import { RoomLinks } from './RoomLinks';

/** The name of the page, the way to its rooms, and the one thing that can be done from anywhere. */
export const PageHead = () => {
  const { t } = useTranslationRef(incidentsLayoutTranslationRef);
  const paths = useIncidentsPaths();
  return (
    <>
      <PluginHeader
        className={classes.header}
        icon={<RiAlarmWarningLine />}
        title={t('title')}
        titleLink={paths.inbox}
        customActions={<HeadActions />}
      />
      <RoomLinks />
    </>
  );
};

const HeadActions = () => {
  const { t } = useTranslationRef(incidentsLayoutTranslationRef);
  const paths = useIncidentsPaths();
  const mayReport = usePermission({
    permission: incidentReportPermission,
  }).allowed;
  const [isReporting, setReporting] = useState(false);
  return (
    <>
      <Link href={paths.myReports} standalone className={classes.reports}>
        {t('myReports')}
      </Link>
      {mayReport && (
        <Button
          variant="secondary"
          iconStart={<RiFlagLine />}
          onPress={() => setReporting(true)}
        >
          {t('reportOrDeclare')}
        </Button>
      )}
      <ReportDialog isOpen={isReporting} onOpenChange={setReporting} />
    </>
  );
};
