import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Checkbox } from '@backstage/ui';
import { incidentsCommandsTranslationRef } from '../../translations/commands';

/** Asks whether everybody should know of what is confidential. */
export const PrivacyPrompt = (props: {
  isPrivate: boolean;
  onChange: (isPrivate: boolean) => void;
  /** It cannot be private: others see it by its alerts. */
  isInSight?: boolean;
}) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  return (
    <Alert
      status="warning"
      icon
      title={t('privacyQuestion')}
      description={
        props.isInSight ? (
          t('privacyInSight')
        ) : (
          <Checkbox isSelected={props.isPrivate} onChange={props.onChange}>
            {t('privacyAnswer')}
          </Checkbox>
        )
      }
    />
  );
};
