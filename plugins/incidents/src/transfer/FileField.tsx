import { useId } from 'react';
import classes from './FileField.module.css';

/** Asks for a file of this machine. */
export const FileField = (props: {
  label: string;
  hint: string;
  /** The endings that are offered. */
  accept: string;
  problem?: string;
  onChoose: (file: File | undefined) => void;
}) => {
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={classes.label}>
        {props.label}
      </label>
      <input
        id={id}
        type="file"
        accept={props.accept}
        className={classes.input}
        aria-describedby={`${id}-hint`}
        aria-invalid={Boolean(props.problem)}
        onChange={event => props.onChoose(event.target.files?.[0])}
      />
      <span id={`${id}-hint`}>
        {props.problem ? (
          <span className={classes.problem} role="alert">
            {props.problem}
          </span>
        ) : (
          <span className={classes.hint}>{props.hint}</span>
        )}
      </span>
    </div>
  );
};
