import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { knownTo } from './viewer';

/** The groups that a person is in. */
export interface PersonsTeams {
  groupsOf(userRef: string): Promise<{ ref: string }[]>;
}

/**
 * Knows whom private incidents concern, for what is told to people who have not
 * asked: a notice goes where nobody looks at what may be read.
 */
export class Confidence {
  readonly #knex: Knex;
  readonly #teams: PersonsTeams;

  constructor(options: { knex: Knex; teams: PersonsTeams }) {
    this.#knex = options.knex;
    this.#teams = options.teams;
  }

  /** Whether a person may be told of all of these incidents. */
  async includes(
    userRef: string,
    incidentIds: readonly string[],
  ): Promise<boolean> {
    const hidden = () =>
      this.#knex('incidents')
        .whereIn('incidents.id', [...incidentIds])
        .whereNot('incidents.visibility', 'public');
    const secrets: string[] = await hidden().pluck('incidents.id');
    if (secrets.length === 0) {
      return true;
    }
    const groups = await this.#teams.groupsOf(userRef);
    const known: string[] = await knownTo(hidden(), {
      type: 'user',
      ref: userRef,
      ownershipRefs: [userRef, ...groups.map(({ ref }) => ref)],
    }).pluck('incidents.id');
    return known.length === secrets.length;
  }

  /**
   * Holds that somebody who is asked to do something about incidents may know of them.
   *
   * @throws InputError naming the field in which they were named
   */
  async assertIncludes(
    field: string,
    ref: string,
    incidentIds: readonly string[],
  ): Promise<void> {
    if (!(await this.includes(ref, incidentIds))) {
      throw new InputError(
        `${field}: ${ref} may not know of what is private about it`,
      );
    }
  }
}
