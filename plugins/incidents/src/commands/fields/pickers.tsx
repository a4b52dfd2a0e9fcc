import { parseEntityRef } from '@backstage/catalog-model';
import { Combobox } from '@backstage/ui';
import type { EntityOption } from '@linchpin/backstage-plugin-incidents-common';
import { useDeferredValue, useMemo, useState } from 'react';
import {
  useEntityOptions,
  useGroupOptions,
  useUserOptions,
} from '../../api/queries';

interface PickerProps {
  label?: string;
  secondaryLabel?: string;
  'aria-label'?: string;
  size?: 'small' | 'medium';
  /** The ref of what is picked. */
  value: string | null;
  onChange: (ref: string | null) => void;
  description?: string;
  placeholder?: string;
  /** A focused field opens its list only when something is typed, so that nothing is covered. */
  autoFocus?: boolean;
  name?: string;
  validationBehavior?: 'aria';
  validate?: () => string | null;
}

/** Picks an entity of the catalog; searched for on the server. */
export const EntityPicker = (props: PickerProps) => (
  <Picker {...props} useOptions={useEntityOptions} />
);

/** Picks a group of the catalog; searched for on the server. */
export const GroupPicker = (props: PickerProps) => (
  <Picker {...props} useOptions={useGroupOptions} />
);

/** Picks a person of the catalog; searched for on the server. */
export const UserPicker = (props: PickerProps) => (
  <Picker {...props} useOptions={useUserOptions} />
);

interface Choice {
  id: string;
  label: string;
  description?: string;
}

const Picker = (
  props: PickerProps & {
    /** What is offered for what was typed. */
    useOptions: typeof useEntityOptions;
  },
) => {
  const { useOptions, value, onChange, ...field } = props;
  const [typed, setTyped] = useState('');
  const { data: found, isFetching } = useOptions(
    useDeferredValue(typed.trim()),
  );
  const [picked, setPicked] = useState<Choice | null>(null);
  const choices = useMemo(() => found?.map(choiceOf) ?? [], [found]);
  const current = useMemo(() => {
    if (value === null) {
      return null;
    }
    return picked?.id === value ? picked : choiceNamed(value);
  }, [picked, value]);
  return (
    <Combobox
      size="medium"
      menuTrigger={field.autoFocus ? 'input' : 'focus'}
      {...field}
      options={{
        items: choices,
        filterText: typed,
        setFilterText: setTyped,
        loadingState: isFetching ? 'filtering' : 'idle',
        loadMore: () => {},
      }}
      search={{ mode: 'server' }}
      value={current}
      onChange={choice => {
        setPicked(choice as Choice | null);
        onChange(choice?.id ?? null);
      }}
    />
  );
};

function choiceOf(option: EntityOption): Choice {
  const { ref, title, kind, type, ownerTitle } = option;
  return {
    id: ref,
    label: title,
    description: [kind, type, ownerTitle].filter(Boolean).join(' · '),
  };
}

/** What was picked before this was opened, by the name in its ref. */
function choiceNamed(ref: string): Choice {
  return { id: ref, label: parseEntityRef(ref).name };
}
