import { FieldLabel } from '@backstage/ui';
import { useId } from 'react';
import classes from './InstantField.module.css';

/** A moment in the user's own time zone, to the second. */
export const InstantField = (props: {
  label: string;
  /** ISO 8601 in UTC */
  value: string | undefined;
  onChange: (instant: string | undefined) => void;
  problem?: string;
}) => {
  const id = useId();
  const { value, onChange, problem } = props;
  return (
    <div className={classes.field}>
      <FieldLabel htmlFor={id} label={props.label} />
      <input
        id={id}
        type="datetime-local"
        step={1}
        className={classes.input}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        value={value ? localOf(value) : ''}
        onChange={event => onChange(instantOf(event.target.value))}
      />
      {problem && (
        <span id={`${id}-problem`} role="alert" className={classes.problem}>
          {problem}
        </span>
      )}
    </div>
  );
};

/** `2026-11-21T15:04:05` in the user's time zone, as the input wants it. */
function localOf(instant: string): string {
  const date = new Date(instant);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19);
}

function instantOf(local: string): string | undefined {
  const date = new Date(local);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
