import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { ReactNode } from 'react';
import classes from './Choice.module.css';

/** One of few, all of them in sight. */
export function Choice<Option extends string>(props: {
  label: string;
  options: readonly Option[];
  nameOf: (option: Option) => ReactNode;
  value: Option;
  onChange: (value: Option) => void;
}) {
  const { options, value } = props;
  return (
    <ToggleButtonGroup
      aria-label={props.label}
      className={classes.choice}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={keys =>
        props.onChange(options.find(option => keys.has(option)) ?? value)
      }
    >
      {options.map(option => (
        <ToggleButton key={option} id={option}>
          {props.nameOf(option)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
