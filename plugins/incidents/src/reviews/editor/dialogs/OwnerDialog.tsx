import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { FormDialog, UserPicker } from '../../../commands';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { useReviewForm } from '../useReviewForm';

/** Who writes it. */
export const OwnerDialog = (props: {
  review: ReviewAnswer;
  onClose: () => void;
}) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { incident, owner } = props.review;
  const [ownerRef, setOwner] = useState(owner?.ref ?? null);
  const form = useReviewForm(incident, props.onClose);
  return (
    <FormDialog
      title={t('assign-owner_title', { number: incident.number })}
      submit={t('assign-owner')}
      isPending={form.isPending}
      problem={form.problemBeside(['ownerRef'])}
      onSubmit={() =>
        ownerRef
          ? form.submit({ type: 'assign-owner', ownerRef })
          : form.refuse('ownerRef', t('nameSomebody'))
      }
      onClose={props.onClose}
    >
      <UserPicker
        {...form.field('ownerRef')}
        label={t('owner')}
        description={t('assign-owner_hint')}
        value={ownerRef}
        onChange={setOwner}
        autoFocus
      />
    </FormDialog>
  );
};
