import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { incidentsListsTranslationRef } from '../translations/lists';
import classes from './MoreRows.module.css';

/** Goes on where the list ends, as long as there is more. */
export const MoreRows = (props: {
  hasMore: boolean;
  isPending: boolean;
  onMore: () => void;
}) => {
  const { t } = useTranslationRef(incidentsListsTranslationRef);
  if (!props.hasMore) {
    return null;
  }
  return (
    <Button
      variant="secondary"
      className={classes.more}
      isPending={props.isPending}
      onPress={props.onMore}
    >
      {t('more')}
    </Button>
  );
};
