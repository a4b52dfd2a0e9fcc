import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { useNow } from '../../../elements/now';
import { useInstantFormat } from '../../../elements/time';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import classes from './Writing.module.css';
import type { Section, SectionText } from './useSectionText';

/** Whether what was typed is saved, and by whom it was written last. */
export const SaveState = (props: { section: Section; text: SectionText }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { section, text } = props;
  if (text.failure) {
    return (
      <span role="alert" className={classes.failed}>
        {t('saveFailed', { reason: text.failure })}{' '}
        <Button size="small" variant="tertiary" onPress={text.save}>
          {t('saveAgain')}
        </Button>
      </span>
    );
  }
  const { editedBy, editedAt } = section;
  const words = () => {
    if (text.isSaving || text.isUnsaved) {
      return t('saving');
    }
    const last =
      editedBy && editedAt
        ? t('savedBy', {
            name: editedBy.title,
            time: format.short(editedAt, now),
          })
        : '';
    return text.isMerged ? t('merged') : last;
  };
  return (
    <span role="status" className={classes.state}>
      {words()}
    </span>
  );
};
