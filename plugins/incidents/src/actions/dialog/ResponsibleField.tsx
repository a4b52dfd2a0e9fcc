import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { UserPicker } from '../../commands';
import { useMe } from '../../elements/useMe';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import classes from './ResponsibleField.module.css';

/** Who does it: anybody of the catalog, oneself in one click, or nobody yet. */
export const ResponsibleField = (props: {
  value: string | undefined;
  onChange: (ref: string | undefined) => void;
  autoFocus?: boolean;
  name: string;
  validationBehavior: 'aria';
  validate: () => string | null;
}) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const me = useMe();
  const { value, onChange, ...field } = props;
  return (
    <div className={classes.who}>
      <UserPicker
        {...field}
        label={t('responsible')}
        description={t('responsibleHint')}
        placeholder={t('searchPeople')}
        value={value ?? null}
        onChange={ref => onChange(ref ?? undefined)}
      />
      <Button
        variant="secondary"
        isDisabled={!me || value === me}
        onPress={() => onChange(me)}
      >
        {t('me')}
      </Button>
    </div>
  );
};
