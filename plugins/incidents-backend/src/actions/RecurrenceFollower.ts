import {
  isLive,
  type Actor,
  type IncidentState,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  mayRecur,
  recurredWhileOpen,
  type Likeness,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import type { Knex } from 'knex';
import type { ChangeFollower } from '../incidents/neighbours';
import type { ActionWriter } from './ActionWriter';
import type { Prevention, RecurrenceStore } from './RecurrenceStore';

const COMPARING: Actor = { type: 'system', name: 'Recurrences' };
const NOBODY = { ownershipRefs: [], permissions: [] };

/**
 * Notices incidents that come while an action is open that was to prevent them, in
 * the transaction that makes them known. Of one that is private the action says
 * nothing, since others see it than see that incident.
 */
export class RecurrenceFollower implements ChangeFollower {
  readonly #recurrences: RecurrenceStore;
  readonly #writer: Pick<ActionWriter, 'execute'>;

  constructor(options: {
    recurrences: RecurrenceStore;
    writer: Pick<ActionWriter, 'execute'>;
  }) {
    this.#recurrences = options.recurrences;
    this.#writer = options.writer;
  }

  async follow(
    tx: Knex.Transaction,
    changes: Parameters<ChangeFollower['follow']>[1],
    now: string,
  ): Promise<void> {
    const incidents = lookedAt(changes);
    if (incidents.length === 0) {
      return;
    }
    const preventing = await this.#recurrences.preventing(tx, incidents);
    if (preventing.length === 0) {
      return;
    }
    const found = await this.#found(tx, incidents, preventing);
    const recorded = await this.#recurrences.record(tx, found);
    const byId = new Map(incidents.map(incident => [incident.id, incident]));
    for (const { actionId, incidentId } of recorded) {
      const { id, number, visibility } = byId.get(incidentId)!;
      if (visibility === 'public') {
        await this.#writer.execute(
          tx,
          actionId,
          { command: { type: 'note-recurrence', incident: { id, number } } },
          { now, actor: COMPARING, who: NOBODY },
        );
      }
    }
  }

  async #found(
    tx: Knex.Transaction,
    incidents: readonly IncidentState[],
    preventing: readonly Prevention[],
  ) {
    const names = await this.#recurrences.alertNames(tx, [
      ...incidents.map(({ id }) => id),
      ...preventing.map(({ origin }) => origin.id),
    ]);
    const withAlerts = <T extends Likeness>(incident: T): T => ({
      ...incident,
      alertNames: names.get(incident.id) ?? [],
    });
    const compared = preventing.map(prevention => ({
      ...prevention,
      origin: withAlerts(prevention.origin),
    }));
    const dueAt = new Map(preventing.map(p => [p.actionId, p.dueAt]));
    return incidents.flatMap(incident => {
      const { declaredAt } = incident.stamps;
      return recurredWhileOpen(
        { ...withAlerts(likenessOf(incident)), declaredAt },
        compared,
      ).map(actionId => ({
        actionId,
        incidentId: incident.id,
        at: declaredAt,
        dueAt: dueAt.get(actionId)!,
      }));
    });
  }
}

/** Each once, as it stands after all of the changes. */
function lookedAt(
  changes: Parameters<ChangeFollower['follow']>[1],
): IncidentState[] {
  const ids = new Set(changes.filter(mayRecur).map(({ after }) => after.id));
  const last = new Map(changes.map(({ after }) => [after.id, after]));
  return [...ids]
    .map(id => last.get(id)!)
    .filter(({ status }) => isLive(status));
}

function likenessOf({
  id,
  title,
  entity,
  recurrenceOf,
}: IncidentState): Likeness {
  return {
    id,
    title,
    alertNames: [],
    ...(entity && { entityRef: entity.ref }),
    ...(recurrenceOf && { recurrenceOf: recurrenceOf.id }),
  };
}
