import {
  clocksOf,
  decide,
  decideOpening,
  DEFAULT_POLICY,
  evolve,
  isLive,
  opened,
  resolveOwner,
  routeToGroup,
  routeWithoutEntity,
  type Actor,
  type CatalogExcerpt,
  type ChangeSnapshot,
  type Command,
  type DecidedEvent,
  type Decision,
  type Facts,
  type IncidentState,
  type Instant,
  type OpenCommand,
  type RunningClock,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  declareSchema,
  sentChangeSchema,
} from '@linchpin/backstage-plugin-incidents-common/schemas';
import {
  inOrder,
  type StoryAlert,
  type StoryIncident,
  type StoryStep,
} from '../script';

const ROUTING = { maxPeople: 50 };
const REOPENS_WITHIN = 30 * 60_000;
const SEVERITIES = {
  critical: { impact: 'high', urgency: 'medium' },
  warning: { impact: 'medium', urgency: 'medium' },
} as const;

const system: Actor = { type: 'system', name: 'Story' };

/** What became of one incident of the story. */
export interface Played {
  state: IncidentState;
  timeline: DecidedEvent[];
  affectedPeople: string[];
}

class Stage {
  readonly played = new Map<string, Played>();
  readonly #catalog: CatalogExcerpt;
  readonly #firing = new Map<string, Set<string>>();
  readonly #changes = new Map<string, ChangeSnapshot>();

  constructor(catalog: CatalogExcerpt) {
    this.#catalog = catalog;
  }

  take(key: string, step: StoryStep): void {
    switch (step.does) {
      case 'declare':
        return this.#declare(key, step);
      case 'command':
        return this.#command(key, step);
      case 'change':
        return this.#change(step);
      case 'fire':
        return this.#fire(key, step);
      case 'review':
      case 'propose':
      case 'act':
        // What is learned leaves the incident as it is.
        return undefined;
      default:
        return this.#end(key, step);
    }
  }

  fireClocksUntil(until: Instant): void {
    for (const [key, { state }] of this.played) {
      let current = state;
      let due: RunningClock | undefined;
      do {
        due = clocksOf(current, DEFAULT_POLICY)
          .filter(clock => clock.dueAt <= until)
          .sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
        if (due) {
          this.#decide(key, commandOf(due), factsOf(due.dueAt, system));
          current = this.#state(key);
        }
      } while (due);
    }
  }

  #declare(key: string, step: Extract<StoryStep, { does: 'declare' }>) {
    const request = declareSchema.parse(step.request);
    const { entityRef, impact, urgency } = request;
    if (!entityRef || !impact || !urgency) {
      throw new Error(`${key} is declared without entity, impact or urgency`);
    }
    const routing = resolveOwner(entityRef, this.#catalog, ROUTING);
    const isOwner = routing.people.some(({ ref }) => ref === step.actor.ref);
    this.#open(key, factsOf(step.at, user(step.actor)), {
      source: isOwner ? 'declaration' : 'report',
      status: isOwner ? 'investigating' : 'triage',
      request,
      impact,
      urgency,
      routing,
      affected: request.affected.map(ref => this.#snapshot(ref)),
    });
  }

  #change({ change }: Extract<StoryStep, { does: 'change' }>) {
    const sent = sentChangeSchema.parse(change);
    const at = sent.finishedAt!;
    this.#changes.set(sent.sourceId, {
      id: sent.sourceId,
      kind: sent.kind,
      entity: this.#snapshot(sent.entityRef!),
      title: sent.title,
      at,
    });
  }

  #fire(key: string, { at, alert }: Extract<StoryStep, { does: 'fire' }>) {
    const entityRef = this.#entityOf(alert);
    const reached = [...this.played].find(
      ([, { state }]) =>
        entityRef !== undefined &&
        state.entity?.ref === entityRef &&
        (isLive(state.status) ||
          (state.status === 'resolved' &&
            Date.parse(at) - Date.parse(state.statusSince) < REOPENS_WITHIN)),
    )?.[0];
    if (reached !== undefined && reached !== key) {
      throw new Error(`An alert of ${key} reaches ${reached}`);
    }
    this.#firing.set(
      key,
      (this.#firing.get(key) ?? new Set()).add(identityOf(alert)),
    );
    if (reached !== undefined) {
      return;
    }
    const severity = alert.labels.severity as keyof typeof SEVERITIES;
    this.#open(key, factsOf(at, system), {
      source: 'alert',
      status: 'triage',
      request: {
        title: alert.annotations.summary,
        risks: [],
        mode: 'real',
        visibility: 'public',
        impactStartedAt: at,
      },
      ...SEVERITIES[severity],
      routing: entityRef
        ? resolveOwner(entityRef, this.#catalog, ROUTING)
        : routeWithoutEntity('no-entity', this.#catalog, ROUTING),
      affected: [],
    });
  }

  #end(key: string, { at, alert }: Extract<StoryStep, { does: 'end' }>) {
    const firing = this.#firing.get(key);
    if (!firing?.delete(identityOf(alert))) {
      throw new Error(`An alert of ${key} ends that never fired`);
    }
    if (firing.size === 0) {
      this.#decide(key, { type: 'recover' }, factsOf(at, system));
    }
  }

  #command(key: string, step: Extract<StoryStep, { does: 'command' }>) {
    const { command, actor, at } = step;
    const facts = factsOf(at, user(actor));
    const played = this.played.get(key)!;
    switch (command.type) {
      case 'merge':
        facts.other = this.#state(command.into);
        break;
      case 'pass-on':
        facts.routing = routeToGroup(command.to, this.#catalog, ROUTING);
        break;
      case 'mark-affected':
        facts.entity = this.#snapshot(command.entityRef);
        break;
      case 'link-change':
        facts.change = this.#changes.get(command.changeId);
        break;
      case 'report-affected':
        played.affectedPeople.push(actor.ref);
        break;
      default:
    }
    this.#decide(key, command, facts);
  }

  #open(
    key: string,
    facts: Facts,
    command: Omit<OpenCommand, 'type' | 'id' | 'number'>,
  ) {
    if (this.played.has(key)) {
      throw new Error(`${key} is opened twice`);
    }
    const decision = decideOpening(
      { ...command, type: 'open', id: key, number: this.played.size + 1 },
      facts,
    );
    const [declared, ...rest] = eventsOf(key, decision);
    this.played.set(key, {
      state: rest.reduce(
        evolve,
        opened(key, declared as DecidedEvent<'declared'>),
      ),
      timeline: [declared, ...rest],
      affectedPeople: [],
    });
  }

  #decide(key: string, command: Command, facts: Facts) {
    const decision = decide(this.#state(key), command, facts);
    if (decision.refusal) {
      throw new Error(
        `${key}, ${facts.now}, ${command.type}: ${decision.refusal.message}`,
      );
    }
    for (const { incidentId, event } of decision.events) {
      const played = this.played.get(incidentId)!;
      played.state = evolve(played.state, event);
      played.timeline.push(event);
    }
  }

  #state(key: string): IncidentState {
    const played = this.played.get(key);
    if (!played) {
      throw new Error(`${key} has not been opened`);
    }
    return played.state;
  }

  #entityOf(alert: StoryAlert): string | undefined {
    return ['component', 'resource', 'api', 'system']
      .map(kind => `${kind}:default/${alert.labels.service}`)
      .find(ref => this.#catalog.entities.has(ref));
  }

  #snapshot(ref: string) {
    const entity = this.#catalog.entities.get(ref);
    if (!entity) {
      throw new Error(`There is no ${ref} in the sample organisation`);
    }
    return { ref, title: entity.title };
  }
}

/** Alertmanager knows an alert by its labels. */
function identityOf(alert: StoryAlert): string {
  return JSON.stringify(Object.entries(alert.labels).sort());
}

function user(person: { ref: string; name: string }): Actor {
  return { type: 'user', ...person };
}

function factsOf(now: Instant, actor: Actor): Facts {
  return {
    now,
    actor,
    policy: DEFAULT_POLICY,
    mayRespond: true,
    actorFollows: false,
    actorIsAffected: false,
  };
}

function eventsOf(key: string, decision: Decision): DecidedEvent[] {
  if (decision.refusal) {
    throw new Error(`${key} cannot be opened: ${decision.refusal.message}`);
  }
  return decision.events.map(({ event }) => event);
}

function commandOf({ kind, dueAt }: RunningClock): Command {
  switch (kind) {
    case 'resume':
      return { type: 'resume-due' };
    case 'close':
      return { type: 'close-quiet' };
    case 'recovered':
      return { type: 'resolve-recovered' };
    case 'undo':
      return { type: 'expire-undo' };
    default:
      return { type: 'fire-clock', clock: kind, dueAt };
  }
}

/**
 * Plays the story through the domain's own decisions, in memory, with every
 * clock firing at its time.
 * @throws Error at the first step that the domain refuses, and where an alert
 * would reach another incident than the one it was written for.
 */
export function play(
  story: StoryIncident[],
  catalog: CatalogExcerpt,
  now: Instant,
): Map<string, Played> {
  const stage = new Stage(catalog);
  for (const { key, step } of inOrder(story)) {
    stage.fireClocksUntil(step.at);
    stage.take(key, step);
  }
  stage.fireClocksUntil(now);
  return stage.played;
}
