import type {
  Incident,
  UserCommandType,
} from '@linchpin/backstage-plugin-incidents-common';
import { useDraftOf } from '../elements/useDraftOf';

/** What is typed into the dialog of a command, kept in this tab until it is sent. */
export function useTyped<Fields extends object>(
  type: UserCommandType,
  incidents: readonly Incident[],
  untouched: Fields,
) {
  const ids = incidents.map(({ id }) => id).join();
  const { draft, change, forget } = useDraftOf(`${type}.${ids}`, untouched);
  return { typed: draft, change, forget };
}
