import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, PluginHeader } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { RiAlarmWarningLine } from '@remixicon/react';
import { isMissing } from '../api/errors';
import { useIncident } from '../api/queries';
import { FailedPart } from '../elements/states';
import { useIncidentNumber, useIncidentsPaths } from '../navigation/navigation';
import { incidentsLayoutTranslationRef } from '../translations/layout';
import { CopyLinkButton } from './header/CopyLinkButton';
import { FollowButton } from './header/FollowButton';
import classes from './IncidentPage.module.css';
import { IncidentNotFound } from './IncidentNotFound';
import { IncidentSkeleton } from './IncidentSkeleton';
import { IncidentView } from './IncidentView';

/** The page of the incident that the address names. */
export const IncidentPage = () => {
  const { t } = useTranslationRef(incidentsLayoutTranslationRef);
  const number = useIncidentNumber();
  const paths = useIncidentsPaths();
  const { data: incident, error, refetch } = useIncident(number);
  return (
    <main>
      <PluginHeader
        className={classes.head}
        icon={<RiAlarmWarningLine />}
        title={t('title')}
        breadcrumbs={[
          { href: paths.inbox, label: t('title') },
          { href: paths.incident(number), label: number },
        ]}
        customActions={incident && <HeadActions incident={incident} />}
      />
      <Container role="main">
        {incident && <IncidentView key={incident.id} incident={incident} />}
        {!incident && error && isMissing(error) && (
          <IncidentNotFound number={number} />
        )}
        {!incident && error && !isMissing(error) && (
          <FailedPart error={error} onRetry={refetch} />
        )}
        {!incident && !error && <IncidentSkeleton />}
      </Container>
    </main>
  );
};

const HeadActions = (props: { incident: IncidentDetail }) => (
  <>
    <FollowButton incident={props.incident} />
    <CopyLinkButton />
  </>
);
