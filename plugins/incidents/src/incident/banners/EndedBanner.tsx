import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import { ReportDialog } from '../../report';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { IncidentLink } from '../IncidentLink';

/** It was no incident after all. */
export const DismissedBanner = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return (
    <Alert
      status="info"
      icon
      title={t('dismissedTitle')}
      description={<UndoUntil incident={props.incident} />}
    />
  );
};

/** It goes on in another incident. */
export const MergedBanner = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { mergedInto } = props.incident;
  return (
    <Alert
      status="info"
      icon
      title={
        mergedInto &&
        t('mergedTitle', {
          number: <IncidentLink number={mergedInto.number} />,
        })
      }
      description={
        <>
          {t('mergedHint')} <UndoUntil incident={props.incident} />
        </>
      }
    />
  );
};

/** What is closed stays closed; what happens again is an incident of its own. */
export const ClosedBanner = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const [isReporting, setReporting] = useState(false);
  const { entityRef, number } = props.incident;
  return (
    <>
      <Alert
        status="info"
        icon
        title={t('closedTitle')}
        customActions={
          <Button
            size="small"
            variant="secondary"
            onPress={() => setReporting(true)}
          >
            {t('reportAgain')}
          </Button>
        }
      />
      <ReportDialog
        isOpen={isReporting}
        onOpenChange={setReporting}
        entityRef={entityRef ?? undefined}
        recurrenceOf={number}
      />
    </>
  );
};

/** Until when the primary button can take it back. */
const UndoUntil = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { undoUntil } = props.incident;
  return undoUntil && Date.parse(undoUntil) > now ? (
    <>{t('undoUntil', { time: format.short(undoUntil, now) })}</>
  ) : null;
};
