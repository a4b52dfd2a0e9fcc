import { useAddressQuery } from '../../navigation/navigation';

/** Something in a chart that stands for some of the incidents. */
export type Mark =
  | { kind: 'day'; day: string }
  | { kind: 'incident'; number: string }
  | { kind: 'change' };

export interface Marked {
  mark: Mark | undefined;
  isDay(day: string): boolean;
  isIncident(number: string): boolean;
  /** Marks it, or nothing where it is marked already. */
  toggle(mark: Mark): void;
  clear(): void;
}

/** The mark whose incidents alone are listed; in the address, so that it can be shared. */
export function useMarked(): Marked {
  const address = useAddressQuery();
  const mark = markOf(address.get('marked'));
  return {
    mark,
    isDay: day => mark?.kind === 'day' && mark.day === day,
    isIncident: number => mark?.kind === 'incident' && mark.number === number,
    toggle: next => {
      const name = nameOf(next);
      address.change({
        marked: mark && nameOf(mark) === name ? undefined : name,
      });
    },
    clear: () => address.change({ marked: undefined }),
  };
}

function nameOf(mark: Mark): string {
  switch (mark.kind) {
    case 'day':
      return mark.day;
    case 'incident':
      return mark.number;
    default:
      return mark.kind;
  }
}

function markOf(name: string | undefined): Mark | undefined {
  if (!name) {
    return undefined;
  }
  if (/^\d{4}-\d\d-\d\d$/.test(name)) {
    return { kind: 'day', day: name };
  }
  if (/^INC-\d+$/.test(name)) {
    return { kind: 'incident', number: name };
  }
  return name === 'change' ? { kind: 'change' } : undefined;
}
