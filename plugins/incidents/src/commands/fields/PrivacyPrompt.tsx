import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Checkbox } from '@backstage/ui';
import { incidentsTranslationRef } from '../../translations/incidents';

/** Asks whether everybody should know of what is confidential. */
export const PrivacyPrompt = (props: {
  isPrivate: boolean;
  onChange: (isPrivate: boolean) => void;
  /** It cannot be private: others see it by its alerts. */
  isInSight?: boolean;
}) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <Alert
      status="warning"
      icon
      title={t('commands.privacyQuestion')}
      description={
        props.isInSight ? (
          t('commands.privacyInSight')
        ) : (
          <Checkbox isSelected={props.isPrivate} onChange={props.onChange}>
            {t('commands.privacyAnswer')}
          </Checkbox>
        )
      }
    />
  );
};
