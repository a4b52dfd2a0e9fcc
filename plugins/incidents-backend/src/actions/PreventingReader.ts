import type { PreventingAction } from '@linchpin/backstage-plugin-incidents-common';
import type {
  ActionItemState,
  ActionStatus,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { toInstant, type StoredInstant } from '../database/instant';
import type { Reading } from '../history/incidentQuery';
import { named, namedPerson, numberOf } from '../history/incidentRows';
import { actionNumberOf } from './actionRows';
import { visibleActions } from './visibleActions';

/** So many are shown, the most overdue first. */
const SHOWN = 10;

/** An action with one of its incidents; as many rows as it has of them. */
interface OriginRow {
  id: string;
  number: number;
  title: string;
  status: ActionStatus;
  due_on: string;
  due_at: StoredInstant;
  state: string;
  origin_number: number;
  origin_title: string;
}

/** Finds what was to prevent that something happens to an entity again, and is not done. */
export class PreventingReader {
  readonly #knex: Knex;
  readonly #now: NowService;

  constructor(options: { knex: Knex; now: NowService }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /**
   * Open actions that came from other incidents of the entity, in one statement.
   *
   * @param incidentId - The incident that is looked at, if there is one yet.
   */
  async of(
    access: Reading,
    entityRef: string,
    incidentId: string = '',
  ): Promise<PreventingAction[]> {
    const open = visibleActions(this.#knex, access, actions =>
      actions
        .where('action_items.open', true)
        .where('action_items.type', 'prevent')
        .whereIn('action_items.id', ids =>
          ids
            .from('incident_entities as about')
            .join(
              'action_incidents as came',
              'came.incident_id',
              'about.incident_id',
            )
            .where('about.entity_ref', entityRef)
            .where('about.level', 'root')
            .whereNot('about.incident_id', incidentId)
            .select('came.action_id'),
        ),
    )
      .orderBy('action_items.due_at')
      .orderBy('action_items.number')
      .limit(SHOWN)
      .select(
        'action_items.id',
        'action_items.number',
        'action_items.title',
        'action_items.status',
        'action_items.due_on',
        'action_items.due_at',
        'action_items.state',
      );
    const rows: OriginRow[] = await this.#knex
      .with('open', open)
      .from('open')
      .join('action_incidents as came', 'came.action_id', 'open.id')
      .join('incidents as origin', 'origin.id', 'came.incident_id')
      .orderBy([
        { column: 'open.due_at' },
        { column: 'open.number' },
        { column: 'origin.number', order: 'desc' },
      ])
      .select('open.*', {
        origin_number: 'origin.number',
        origin_title: 'origin.title',
      });
    return preventingActions(rows, this.#now.now());
  }
}

function preventingActions(
  rows: readonly OriginRow[],
  now: string,
): PreventingAction[] {
  const actions = new Map<string, PreventingAction>();
  for (const row of rows) {
    const action = actions.get(row.id) ?? preventingAction(row, now);
    action.incidents.push({
      number: numberOf({ number: row.origin_number }),
      title: row.origin_title,
    });
    actions.set(row.id, action);
  }
  return [...actions.values()];
}

function preventingAction(row: OriginRow, now: string): PreventingAction {
  const state: ActionItemState = JSON.parse(row.state);
  const dueAt = toInstant(row.due_at);
  return {
    id: row.id,
    number: actionNumberOf(row),
    title: row.title,
    status: row.status,
    responsible: namedPerson(state.responsible),
    owner: named(state.owner),
    dueOn: row.due_on,
    dueAt,
    overdue: dueAt <= now,
    incidents: [],
  };
}
