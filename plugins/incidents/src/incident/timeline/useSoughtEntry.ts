import { useAddressQuery } from '../../navigation/navigation';

/** The key of the line that the address asks for; undefined where it asks for none. */
export function useSoughtEntry(): string | undefined {
  const sequence = useAddressQuery().get('entry');
  return sequence && `event-${sequence}`;
}
