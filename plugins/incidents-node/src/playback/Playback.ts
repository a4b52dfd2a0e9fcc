/** A person on the stage. @public */
export interface StagePerson {
  /** Ref of the catalog user. */
  ref: string;
  name: string;
  /** What they answer for: themselves and their groups. */
  ownershipRefs: string[];
}

/**
 * Where a past is played: the product's own commands and clocks, at times that
 * the playback sets. Nobody is told of what is played.
 * @public
 */
export interface Stage {
  /** Reads the catalog; those of the entities that it does not have yet. */
  missing(entityRefs: readonly string[]): Promise<string[]>;
  /** Refs of the groups that a person is in, as the catalog was read last. */
  groupsOf(userRef: string): Promise<string[]>;
  /**
   * Sets the time, after every clock that falls due on the way has fired at its
   * own time. ISO 8601 in UTC, never before the last one.
   */
  advanceTo(at: string): Promise<void>;
  /** Reports or declares, as `POST /incidents` does; the id of the incident. */
  declare(person: StagePerson, request: unknown): Promise<string>;
  /** Sends a command, as `POST /incidents/{id}/commands` does. */
  command(person: StagePerson, id: string, command: unknown): Promise<void>;
  /** Sends a command to its review, as `POST /incidents/{id}/review/commands` does. */
  review(person: StagePerson, id: string, command: unknown): Promise<void>;
  /** Asks for an action item, as `POST /actions` does; its id. */
  propose(person: StagePerson, request: unknown): Promise<string>;
  /** Sends a command to an action item, as `POST /actions/{id}/commands` does. */
  act(person: StagePerson, id: string, command: unknown): Promise<void>;
  /**
   * Receives a message of a source, as `POST /intake/{source}` does, and
   * processes it; the ids of the incidents that its alerts belong to, in the order
   * of the message.
   */
  receive(source: string, body: unknown): Promise<(string | undefined)[]>;
  /** Tells of a change, as `POST /changes` does; its id. */
  change(change: unknown): Promise<string>;
}

/**
 * A past to be played into an empty database, such as a demonstration's story.
 * @public
 */
export interface Playback {
  /**
   * Called at start while there is no incident, before clocks and messages run.
   * `now` is the present: ISO 8601 in UTC. Where it fails, what was played until
   * then stays.
   */
  play(stage: Stage, now: string): Promise<void>;
}
