import { FieldLabel, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useId } from 'react';
import classes from './fields.module.css';

/** One of a few, all of them in sight. */
export function Choice<T extends string>(props: {
  label: string;
  secondaryLabel?: string;
  options: readonly { id: T; label: string }[];
  value: T | undefined;
  onChange: (value: T) => void;
  /** Why the choice was refused. */
  problem?: string;
}) {
  const labelId = useId();
  return (
    <div className={classes.field}>
      <FieldLabel
        id={labelId}
        label={props.label}
        secondaryLabel={props.secondaryLabel}
      />
      <ToggleButtonGroup
        aria-labelledby={labelId}
        className={classes.choices}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={props.value === undefined ? [] : [props.value]}
        onSelectionChange={keys => {
          const [key] = keys;
          props.onChange(key as T);
        }}
      >
        {props.options.map(option => (
          <ToggleButton key={option.id} id={option.id}>
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {props.problem && (
        <span role="alert" className={classes.problem}>
          {props.problem}
        </span>
      )}
    </div>
  );
}
