import classes from '../../commands/fields/fields.module.css';

/** A calendar day, such as 2026-12-01. */
export const DayField = (props: {
  label: string;
  value: string;
  onChange: (day: string | undefined) => void;
}) => (
  <input
    type="date"
    aria-label={props.label}
    className={classes.moment}
    value={props.value}
    onChange={event => props.onChange(event.target.value || undefined)}
  />
);
