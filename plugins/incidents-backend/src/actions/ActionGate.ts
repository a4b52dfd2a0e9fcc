import type { CommandPermission } from '@linchpin/backstage-plugin-incidents-common';
import type {
  ActionItemState,
  ActionOnlooker,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import type { Access } from '../authorization';
import type { IncidentResources } from '../history/IncidentResources';

const PERMISSIONS: readonly CommandPermission[] = [
  'participate',
  'respond',
  'manage',
];

/** Finds out what somebody may do to action items, by what they may do to their incidents. */
export class ActionGate {
  readonly #resources: IncidentResources;

  constructor(options: { resources: IncidentResources }) {
    this.#resources = options.resources;
  }

  async onlooker(
    access: Access,
    { origins }: Pick<ActionItemState, 'origins'>,
  ): Promise<ActionOnlooker> {
    const incidents = await this.#resources.get(origins.map(({ id }) => id));
    const { viewer } = access;
    const permissions = PERMISSIONS.filter(permission =>
      incidents.some(incident => incident && access.may(permission, incident)),
    );
    return viewer.type === 'user'
      ? { ref: viewer.ref, ownershipRefs: viewer.ownershipRefs, permissions }
      : { ownershipRefs: [], permissions };
  }

  /** Whether a request may do something to each of these incidents. */
  async mayAll(
    access: Access,
    permission: CommandPermission,
    incidentIds: readonly string[],
  ): Promise<boolean> {
    const incidents = await this.#resources.get(incidentIds);
    return incidents.every(
      incident => incident && access.may(permission, incident),
    );
  }
}
