import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, PluginHeader } from '@backstage/ui';
import type { ReviewDocument } from '@linchpin/backstage-plugin-incidents-common';
import { RiAlarmWarningLine } from '@remixicon/react';
import { isMissing } from '../../api/errors';
import { useReviewDocument } from '../../api/reviews';
import { FailedPart, RowSkeleton } from '../../elements/states';
import { IncidentNotFound } from '../../incident/IncidentNotFound';
import {
  useAddressQuery,
  useIncidentNumber,
  useIncidentsPaths,
} from '../../navigation/navigation';
import { incidentsLayoutTranslationRef } from '../../translations/layout';
import { incidentsReviewsTranslationRef } from '../../translations/reviews';
import { useDocumentLanguage } from '../words';
import { DocumentActions } from './DocumentActions';
import classes from './DocumentPage.module.css';
import { DocumentSheet } from './DocumentSheet';

/** A review as it is published: to be read, printed, or taken along as Markdown. */
export const DocumentPage = () => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { t: layout } = useTranslationRef(incidentsLayoutTranslationRef);
  const number = useIncidentNumber();
  const paths = useIncidentsPaths();
  const address = useAddressQuery();
  const language = useDocumentLanguage();
  const audience: ReviewDocument['audience'] =
    address.get('audience') === 'sharing' ? 'sharing' : 'internal';
  const { data, error, refetch, isPlaceholderData } = useReviewDocument(
    number,
    { audience, language },
  );
  return (
    <main>
      <PluginHeader
        className={classes.head}
        icon={<RiAlarmWarningLine />}
        title={layout('title')}
        breadcrumbs={[
          { href: paths.reviews, label: layout('view_reviews') },
          { href: paths.review(number), label: number },
          { href: paths.reviewDocument(number), label: t('document') },
        ]}
      />
      <Container role="main">
        {isMissing(error) ? (
          <IncidentNotFound number={number} />
        ) : (
          <>
            <DocumentActions
              number={number}
              audience={audience}
              onAudience={next =>
                address.change({
                  audience: next === 'internal' ? undefined : next,
                })
              }
              document={isPlaceholderData ? undefined : data}
            />
            {data && <DocumentSheet markdown={data.markdown} />}
            {!data && (
              <div className={classes.waiting}>
                {error ? (
                  <FailedPart error={error} onRetry={refetch} />
                ) : (
                  <RowSkeleton rows={8} />
                )}
              </div>
            )}
          </>
        )}
      </Container>
    </main>
  );
};
