import { SearchField } from '@backstage/ui';
import { useTypedFilter } from './useTypedFilter';

/** Narrows a list by words; handed on when the typing pauses. */
export const FilterField = (props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  className?: string;
}) => {
  const [typed, setTyped] = useTypedFilter(props.value, props.onChange);
  return (
    <SearchField
      className={props.className}
      aria-label={props.label}
      placeholder={props.label}
      size="small"
      value={typed}
      onChange={setTyped}
    />
  );
};
