import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { keyManagePermission } from '@linchpin/backstage-plugin-incidents-common';
import { RiLockLine } from '@remixicon/react';
import { isForbidden } from '../api/errors';
import { useSetup } from '../api/queries';
import { EmptyState, FailedPart, RowSkeleton } from '../elements/states';
import { KeysCard } from '../keys';
import { ImportsCard } from '../transfer';
import { incidentsSetupTranslationRef } from '../translations/setup';
import { ChecksRow } from './ChecksRow';
import { ConnectCard } from './ConnectCard';
import { FindingsCard } from './FindingsCard';
import { KeptAsideCard } from './KeptAsideCard';
import { NotSentCard } from './NotSentCard';
import { SeriousFaults } from './SeriousFaults';
import classes from './SetupPage.module.css';
import { SourcesCard } from './SourcesCard';
import { UnmatchedCard } from './UnmatchedCard';
import { WithoutOwnerCard } from './WithoutOwnerCard';

/**
 * How the installation does, and what is left to mend; for those who do not run it
 * the keys of their own groups and entities alone.
 */
export const SetupPage = () => {
  const { t } = useTranslationRef(incidentsSetupTranslationRef);
  const { data, error, refetch } = useSetup();
  const mayManageKeys = usePermission({
    permission: keyManagePermission,
  }).allowed;
  if (isForbidden(error)) {
    return mayManageKeys ? (
      <KeysCard />
    ) : (
      <EmptyState icon={<RiLockLine />} title={t('forbidden')}>
        {t('forbiddenHint')}
      </EmptyState>
    );
  }
  if (error && !data) {
    return <FailedPart error={error} onRetry={refetch} />;
  }
  if (!data) {
    return <RowSkeleton rows={8} />;
  }
  return (
    <>
      <SeriousFaults setup={data} />
      <ChecksRow setup={data} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <FindingsCard findings={data.findings} />
          <SourcesCard sources={data.sources} />
          {mayManageKeys && <KeysCard />}
          <KeptAsideCard keptAside={data.keptAside} />
          <WithoutOwnerCard withoutOwner={data.withoutOwner} />
          <UnmatchedCard unmatched={data.unmatched} />
        </div>
        <div className={classes.column}>
          <ConnectCard intakeUrl={data.intakeUrl} />
          <ImportsCard />
          <NotSentCard notSent={data.notSent} mayManage={data.mayManage} />
        </div>
      </div>
    </>
  );
};
