import type { UserCommand } from '@linchpin/backstage-plugin-incidents-common';
import type {
  Stage,
  StagePerson,
} from '@linchpin/backstage-plugin-incidents-node';
import { alertmanagerMessage } from './alertmanagerMessage';
import type { Person } from './people';
import type { StoryAlert, StoryStep } from './script';

/** Carries out the steps of the story, and remembers which incident is which. */
export class Teller {
  readonly #stage: Stage;
  readonly #people: Map<string, StagePerson>;
  /** The ids of the incidents by the story's keys. */
  readonly #ids = new Map<string, string>();
  /** The ids of the action items by the incident's key and their title. */
  readonly #actions = new Map<string, string>();
  /** The ids of the changes by what they are called in the story. */
  readonly #changes = new Map<string, string>();
  /** Since when the alerts fire that do, by their labels. */
  readonly #firing = new Map<string, string>();

  constructor(stage: Stage, people: readonly StagePerson[]) {
    this.#stage = stage;
    this.#people = new Map(people.map(person => [person.ref, person]));
  }

  /**
   * @throws Error where the product refuses the step, or an alert reaches another
   * incident than the one it was written for
   */
  async tell(key: string, step: StoryStep): Promise<void> {
    switch (step.does) {
      case 'declare': {
        const person = this.#person(step.actor);
        this.#ids.set(key, await this.#stage.declare(person, step.request));
        return;
      }
      case 'command': {
        const { actor, command } = step;
        await this.#stage.command(
          this.#person(actor),
          this.#id(key),
          this.#byIds(command),
        );
        return;
      }
      case 'change': {
        const { change } = step;
        this.#changes.set(change.sourceId, await this.#stage.change(change));
        return;
      }
      case 'review': {
        const { actor, command } = step;
        await this.#stage.review(this.#person(actor), this.#id(key), command);
        return;
      }
      case 'propose': {
        const { actor, action } = step;
        const id = await this.#stage.propose(this.#person(actor), {
          ...action,
          incidents: [this.#id(key)],
        });
        this.#actions.set(nameOf(key, action.title), id);
        return;
      }
      case 'act': {
        const { actor, title, command } = step;
        const id = this.#actions.get(nameOf(key, title));
        if (!id) {
          throw new Error(`Nobody has asked for "${title}" after ${key}`);
        }
        await this.#stage.act(this.#person(actor), id, command);
        return;
      }
      case 'fire': {
        this.#firing.set(identityOf(step.alert), step.at);
        const message = alertmanagerMessage(step.alert, step.at);
        this.#reached(key, step, await this.#send(message));
        return;
      }
      default: {
        const since = this.#firing.get(identityOf(step.alert));
        if (!since) {
          throw new Error(`An alert of ${key} ends that never fired`);
        }
        this.#firing.delete(identityOf(step.alert));
        const message = alertmanagerMessage(step.alert, since, step.at);
        this.#reached(key, step, await this.#send(message));
      }
    }
  }

  async #send(message: unknown): Promise<string | undefined> {
    const [id] = await this.#stage.receive('alertmanager', message);
    return id;
  }

  #reached(
    key: string,
    { at, alert }: { at: string; alert: StoryAlert },
    id: string | undefined,
  ): void {
    const others = [...this.#ids].filter(([other]) => other !== key);
    const [otherKey] = others.find(([, otherId]) => otherId === id) ?? [];
    const own = this.#ids.get(key) ?? id;
    if (!id || id !== own || otherKey) {
      throw new Error(
        `${key}, ${at}: ${alert.labels.alertname} reaches ${otherKey ?? id ?? 'no incident'}`,
      );
    }
    this.#ids.set(key, id);
  }

  /** A command as the product knows what it names. */
  #byIds(command: UserCommand): UserCommand {
    switch (command.type) {
      case 'merge':
        return { ...command, into: this.#id(command.into) };
      case 'link-change': {
        const changeId = this.#changes.get(command.changeId);
        if (!changeId) {
          throw new Error(`${command.changeId} has not been made`);
        }
        return { ...command, changeId };
      }
      default:
        return command;
    }
  }

  #person({ ref }: Person): StagePerson {
    const person = this.#people.get(ref);
    if (!person) {
      throw new Error(`${ref} is not in the story`);
    }
    return person;
  }

  #id(key: string): string {
    const id = this.#ids.get(key);
    if (!id) {
      throw new Error(`${key} has not been opened`);
    }
    return id;
  }
}

function nameOf(key: string, title: string): string {
  return `${key}: ${title}`;
}

/** Alertmanager knows an alert by its labels. */
function identityOf({ labels }: StoryAlert): string {
  return JSON.stringify(Object.entries(labels).sort());
}
