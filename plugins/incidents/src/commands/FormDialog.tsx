import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { FormEvent, PropsWithChildren } from 'react';
import { useId } from 'react';
import { Refused } from '../elements/Refused';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import classes from './FormDialog.module.css';

/** A dialog that asks, with its one primary button at the end. */
export const FormDialog = (
  props: PropsWithChildren<{
    title: string;
    /** What will be done, as its button says it. */
    submit: string;
    /** It cannot be undone. */
    isDestructive?: boolean;
    isPending: boolean;
    /** What was refused and belongs to no field. */
    problem?: string;
    onSubmit: () => void;
    onClose: () => void;
  }>,
) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const formId = useId();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width={592}
    >
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody>
        <form
          id={formId}
          className={classes.form}
          onSubmit={onSubmit}
          noValidate
        >
          <Refused why={props.problem} />
          {props.children}
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          {t('cancel')}
        </Button>
        <Button
          variant="primary"
          type="submit"
          form={formId}
          destructive={props.isDestructive}
          isPending={props.isPending}
        >
          {props.submit}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
