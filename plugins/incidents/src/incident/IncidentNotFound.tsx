import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiSearchEyeLine } from '@remixicon/react';
import { EmptyState } from '../elements/states';
import { useIncidentsPaths } from '../navigation/navigation';
import { incidentsIncidentTranslationRef } from '../translations/incident';

/** A number that does not exist and one that may not be seen look alike. */
export const IncidentNotFound = (props: { number: string }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const paths = useIncidentsPaths();
  return (
    <EmptyState
      icon={<RiSearchEyeLine />}
      title={t('notFoundTitle', { number: props.number })}
      action={
        <ButtonLink variant="secondary" href={paths.inbox}>
          {t('toInbox')}
        </ButtonLink>
      }
    >
      {t('notFoundHint')}
    </EmptyState>
  );
};
