import { parseEntityRef } from '@backstage/catalog-model';
import { Combobox } from '@backstage/ui';
import type { EntityOption } from '@linchpin/backstage-plugin-incidents-common';
import { useDeferredValue, useMemo, useState } from 'react';
import { useEntityOptions, useGroupOptions } from '../../api/queries';

interface PickerProps {
  label?: string;
  'aria-label'?: string;
  size?: 'small' | 'medium';
  /** The ref of what is picked. */
  value: string | null;
  onChange: (ref: string | null) => void;
  description?: string;
  placeholder?: string;
  autoFocus?: boolean;
  name?: string;
  validationBehavior?: 'aria';
  validate?: () => string | null;
}

/** Picks an entity of the catalog; searched for on the server. */
export const EntityPicker = (props: PickerProps) => {
  const [typed, setTyped] = useState(() => nameOf(props.value));
  const { data, isFetching } = useEntityOptions(useDeferredValue(typed.trim()));
  return (
    <Picker
      {...props}
      options={data}
      isFetching={isFetching}
      typed={typed}
      onType={setTyped}
    />
  );
};

/** Picks a group of the catalog; searched for on the server. */
export const GroupPicker = (props: PickerProps) => {
  const [typed, setTyped] = useState(() => nameOf(props.value));
  const { data, isFetching } = useGroupOptions(useDeferredValue(typed.trim()));
  return (
    <Picker
      {...props}
      options={data}
      isFetching={isFetching}
      typed={typed}
      onType={setTyped}
    />
  );
};

const Picker = (
  props: PickerProps & {
    options: EntityOption[] | undefined;
    isFetching: boolean;
    typed: string;
    onType: (text: string) => void;
  },
) => {
  const { options, isFetching, typed, onType, value, onChange, ...field } =
    props;
  const shown = useMemo(
    () =>
      options?.map(option => ({
        id: option.ref,
        label: option.title,
        description: [option.kind, option.type, option.ownerTitle]
          .filter(Boolean)
          .join(' · '),
      })) ?? [],
    [options],
  );
  return (
    <Combobox
      size="medium"
      {...field}
      options={shown}
      search={{ mode: 'server', inputValue: typed, onInputChange: onType }}
      loading={{ state: isFetching ? 'filtering' : 'idle' }}
      value={value}
      onChange={key => onChange(key === null ? null : String(key))}
    />
  );
};

/** What finds the entity that is picked already. */
function nameOf(ref: string | null): string {
  return ref ? parseEntityRef(ref).name : '';
}
