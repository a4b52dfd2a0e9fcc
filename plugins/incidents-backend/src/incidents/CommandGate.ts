import { NotAllowedError } from '@backstage/errors';
import {
  COMMANDS,
  type UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Access, IncidentResource, PersonNames } from '../authorization';
import type { IncidentReader } from '../history/IncidentReader';
import type { IncidentResources } from '../history/IncidentResources';
import type { Commander } from './IncidentService';

/** Lets people send the commands that the command table and the policy grant them. */
export class CommandGate {
  readonly #incidents: IncidentReader;
  readonly #resources: IncidentResources;
  readonly #names: PersonNames;

  constructor(options: {
    incidents: IncidentReader;
    resources: IncidentResources;
    names: PersonNames;
  }) {
    this.#incidents = options.incidents;
    this.#resources = options.resources;
    this.#names = options.names;
  }

  /**
   * The person as the sender of a command to an incident. A merge is written on
   * both timelines, so it has to be granted on both.
   *
   * @throws NotAllowedError where it is not granted, or the sender is no person
   */
  async admit(
    access: Access,
    incidentId: string,
    command: UserCommand,
  ): Promise<Commander> {
    const target =
      command.type === 'merge'
        ? await this.#incidents.find(access, command.into)
        : undefined;
    const [incident, ...others] = await this.#resources.get([
      incidentId,
      ...(target ? [target.id] : []),
    ]);
    for (const resource of [incident, ...others]) {
      this.#assertGranted(access, resource, command.type);
    }
    return this.commander(access, access.may('respond', incident!));
  }

  /** @throws NotAllowedError where the sender is no person */
  async commander(access: Access, mayRespond: boolean): Promise<Commander> {
    const { viewer } = access;
    if (viewer.type !== 'user') {
      throw new NotAllowedError('Only a person can change an incident');
    }
    const { ref, ownershipRefs } = viewer;
    return {
      person: { ref, name: await this.#names.nameOf(ref) },
      ownershipRefs,
      mayRespond,
      find: async idOrNumber =>
        (await this.#incidents.find(access, idOrNumber))?.id,
    };
  }

  #assertGranted(
    access: Access,
    resource: IncidentResource | undefined,
    type: keyof typeof COMMANDS,
  ): void {
    if (!resource || !access.may(COMMANDS[type].permission, resource)) {
      throw new NotAllowedError(
        `You may not send the command '${type}' to this incident`,
      );
    }
  }
}
