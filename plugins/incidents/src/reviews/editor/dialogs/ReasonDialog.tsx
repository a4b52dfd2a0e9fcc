import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import { FormDialog } from '../../../commands';
import { useDraft } from '../../../elements/useDraft';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { useReviewForm } from '../useReviewForm';

interface Props {
  review: ReviewAnswer;
  onClose: () => void;
}

/** What is still to be done before it can be approved. */
export const SendBackDialog = (props: Props) => (
  <ReasonDialog {...props} type="send-back" />
);

/** Why this incident needs no looking back on after all. */
export const WaiveDialog = (props: Props) => (
  <ReasonDialog {...props} type="waive" />
);

const ReasonDialog = (props: Props & { type: 'send-back' | 'waive' }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { type, review } = props;
  const { incident } = review;
  const [reason, setReason] = useDraft(`review.${incident.id}.${type}`);
  const form = useReviewForm(incident, () => {
    setReason('');
    props.onClose();
  });
  const submit = () =>
    reason.trim()
      ? form.submit({ type, reason: reason.trim() })
      : form.refuse('reason', t('sayWhy'));
  return (
    <FormDialog
      title={t(`${type}_title`, { number: incident.number })}
      submit={t(type)}
      isPending={form.isPending}
      problem={form.problemBeside(['reason'])}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <TextAreaField
        {...form.field('reason')}
        label={t(`${type}_reason`)}
        description={t(`${type}_hint`)}
        rows={3}
        value={reason}
        onChange={setReason}
        autoFocus
      />
    </FormDialog>
  );
};
