import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { FormEvent, PropsWithChildren } from 'react';
import { Refused } from '../../elements/Refused';
import { incidentsReviewsTranslationRef } from '../../translations/reviews';
import classes from './InlineForm.module.css';

/** A form that stands where its words will, with its buttons at the end. */
export const InlineForm = (
  props: PropsWithChildren<{
    className?: string;
    /** What will be done, as its button says it. */
    submit: string;
    isPending: boolean;
    /** What was refused and belongs to no field. */
    problem: string | undefined;
    onSubmit: () => void;
    /** Missing where the form is always there. */
    onCancel?: () => void;
  }>,
) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { className = '', onCancel } = props;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <form
      className={`${classes.form} ${className}`}
      onSubmit={onSubmit}
      noValidate
    >
      {props.children}
      <Refused why={props.problem} />
      <div className={classes.end}>
        {onCancel && (
          <Button size="small" variant="secondary" onPress={onCancel}>
            {t('cancel')}
          </Button>
        )}
        <Button
          size="small"
          variant={onCancel ? 'primary' : 'secondary'}
          type="submit"
          isPending={props.isPending}
        >
          {props.submit}
        </Button>
      </div>
    </form>
  );
};
