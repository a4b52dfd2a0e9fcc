import {
  isOpenAction,
  type ActionCommandRequest,
  type ActionDetail,
  type ActionPage,
  type ActionsQuery,
  type BulkActionsOutcome,
  type BulkActionsRequest,
  type CreateActionRequest,
  type IncidentDetail,
  type OpenActions,
  type PreventingAction,
} from '@linchpin/backstage-plugin-incidents-common';
import { anAction, endOf, someActions, withActionCommands } from './actions';
import { appliedToAction } from './appliedToAction';
import { missing } from './refused';
import { entityNamed, mei, personNamed } from './people';

/** The action items of the harness, which live as long as the page. */
export class FakeActions {
  #actions: ActionDetail[];

  constructor(readonly now: () => number) {
    this.#actions = someActions(now());
  }

  /** Forgets everything but these. */
  reset(actions: ActionDetail[]) {
    this.#actions = actions;
  }

  list(query: Partial<ActionsQuery>): ActionPage {
    const items = this.#actions.filter(
      action =>
        matches(query.status, action.status) &&
        matches(query.type, action.type) &&
        matches(query.owner, action.owner?.ref) &&
        matches(query.factor, action.factor) &&
        (!query.open || isOpenAction(action.status)) &&
        (!query.overdue || action.overdue) &&
        (!query.mine || isMine(action)) &&
        (!query.scope ||
          [action.entity?.ref, action.owner?.ref].includes(query.scope)) &&
        (!query.incident ||
          action.incidents.some(({ number }) => number === query.incident)) &&
        (!query.q ||
          action.title
            .toLocaleLowerCase('en-US')
            .includes(query.q.toLocaleLowerCase('en-US'))),
    );
    const count = (status: ActionDetail['status']) =>
      items.filter(action => action.status === status).length;
    return {
      items,
      nextCursor: null,
      counts: {
        proposed: count('proposed'),
        accepted: count('accepted'),
        'in-progress': count('in-progress'),
        done: count('done'),
        verified: count('verified'),
        'wont-do': count('wont-do'),
        overdue: items.filter(({ overdue }) => overdue).length,
        needsOwner: items.filter(a => isOpenAction(a.status) && !a.responsible)
          .length,
      },
    };
  }

  /** How many of an entity are still to be done. */
  openOf(entityRef: string): OpenActions {
    const { counts } = this.list({ scope: entityRef, open: 'true' });
    return {
      open: counts.proposed + counts.accepted + counts['in-progress'],
      overdue: counts.overdue,
    };
  }

  /** What was to prevent something that one of the incidents is like. */
  preventing(isLike: (action: ActionDetail) => boolean): PreventingAction[] {
    return this.#actions.filter(
      action =>
        isOpenAction(action.status) &&
        action.type === 'prevent' &&
        isLike(action),
    );
  }

  async find(idOrNumber: string): Promise<ActionDetail> {
    const found = this.#actions.find(
      ({ id, number }) => id === idOrNumber || number === idOrNumber,
    );
    if (!found) {
      throw await missing(`There is no action item ${idOrNumber}`);
    }
    return found;
  }

  create(
    request: CreateActionRequest,
    origins: readonly IncidentDetail[],
  ): ActionDetail {
    const numbers = this.#actions.map(({ number }) => Number(number.slice(4)));
    const entityRef = request.entityRef ?? origins[0].entityRef;
    const action = anAction(this.now(), {
      number: `ACT-${Math.max(0, ...numbers) + 1}`,
      title: request.title,
      age: 0,
      dueIn: 30,
      type: request.type,
      priority: request.priority ?? origins[0].priority,
      description: request.description ?? null,
      quote: request.quote ?? null,
      factor: request.factor ?? null,
      entity: entityRef ? entityNamed(entityRef) : null,
      responsible: request.responsibleRef
        ? personNamed(request.responsibleRef)
        : null,
      incidents: origins.map(({ number, title }) => ({ number, title })),
      ...(request.dueOn && {
        dueOn: request.dueOn,
        dueAt: endOf(request.dueOn),
      }),
    });
    this.#actions = [action, ...this.#actions];
    return action;
  }

  async send(id: string, request: ActionCommandRequest): Promise<ActionDetail> {
    const before = await this.find(id);
    const after = withActionCommands(
      appliedToAction(before, request.command, this.now()),
    );
    this.#actions = this.#actions.map(a => (a === before ? after : a));
    return after;
  }

  async sendToAll(request: BulkActionsRequest): Promise<BulkActionsOutcome> {
    const items = [];
    for (const id of request.ids) {
      await this.send(id, { command: request.command });
      items.push({ id, error: null });
    }
    return { items };
  }
}

function matches(
  wanted: readonly string[] | undefined,
  found: string | null | undefined,
): boolean {
  return !wanted?.length || wanted.includes(found ?? '');
}

function isMine({ responsible, accountable }: ActionDetail): boolean {
  return responsible?.ref === mei.ref || accountable?.ref === mei.ref;
}
