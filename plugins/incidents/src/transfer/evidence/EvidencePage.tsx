import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Container, PluginHeader } from '@backstage/ui';
import { RiAlarmWarningLine, RiPrinterLine } from '@remixicon/react';
import { isMissing } from '../../api/errors';
import { useIncident, useWholeTimeline } from '../../api/queries';
import { FailedPart, RowSkeleton } from '../../elements/states';
import { IncidentNotFound } from '../../incident/IncidentNotFound';
import {
  useIncidentNumber,
  useIncidentsPaths,
} from '../../navigation/navigation';
import { incidentsLayoutTranslationRef } from '../../translations/layout';
import { incidentsTransferTranslationRef } from '../../translations/transfer';
import { EvidenceSheet } from './EvidenceSheet';
import { evidenceOf } from './evidenceOf';
import classes from './EvidencePage.module.css';

/** An incident on one page of paper, for whoever has to show how it was handled. */
export const EvidencePage = () => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const { t: layout } = useTranslationRef(incidentsLayoutTranslationRef);
  const number = useIncidentNumber();
  const paths = useIncidentsPaths();
  return (
    <main>
      <PluginHeader
        icon={<RiAlarmWarningLine />}
        title={layout('title')}
        breadcrumbs={[
          { href: paths.inbox, label: layout('title') },
          { href: paths.incident(number), label: number },
          { href: paths.evidence(number), label: t('evidence') },
        ]}
      />
      <Container role="main">
        <EvidenceOf number={number} />
      </Container>
    </main>
  );
};

const EvidenceOf = ({ number }: { number: string }) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const paths = useIncidentsPaths();
  const incident = useIncident(number);
  const timeline = useWholeTimeline(number);
  const error = incident.error ?? timeline.error;
  if (isMissing(incident.error)) {
    return <IncidentNotFound number={number} />;
  }
  return (
    <>
      <div className={classes.actions}>
        <ButtonLink variant="secondary" href={paths.incident(number)}>
          {t('toIncident')}
        </ButtonLink>
        <Button
          variant="primary"
          iconStart={<RiPrinterLine />}
          isDisabled={!timeline.data}
          onPress={() => window.print()}
        >
          {t('print')}
        </Button>
      </div>
      {incident.data && timeline.data ? (
        <EvidenceSheet
          incident={incident.data}
          evidence={evidenceOf(timeline.data)}
        />
      ) : (
        <div className={classes.waiting}>
          {error ? (
            <FailedPart
              error={error}
              onRetry={() => {
                incident.refetch();
                timeline.refetch();
              }}
            />
          ) : (
            <RowSkeleton rows={8} />
          )}
        </div>
      )}
    </>
  );
};
