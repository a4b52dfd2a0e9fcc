import type { Action } from '../schemas/answers';
import type { UserActionCommand } from '../schemas/actions';

/**
 * The command that takes back what another one has just done to an action item, as
 * far as that can be: both stay in its past. A status goes back by giving a reason
 * alone, and so does a day.
 *
 * @param before - The action item as it was before the command.
 * @public
 */
export function takesBackOfAction(
  command: UserActionCommand,
  before: Action,
): UserActionCommand | undefined {
  const { responsible, accountable, entity, incidents, ticket } = before;
  switch (command.type) {
    case 'assign':
      return { type: 'assign', responsibleRef: responsible?.ref ?? null };
    case 'make-accountable':
      return accountable
        ? { type: 'make-accountable', accountableRef: accountable.ref }
        : undefined;
    case 'move-to-entity':
      return entity
        ? { type: 'move-to-entity', entityRef: entity.ref }
        : undefined;
    case 'link-incident':
      return incidents.some(({ number }) => isSame(number, command.incident))
        ? undefined
        : { type: 'unlink-incident', incident: command.incident };
    case 'unlink-ticket':
      return ticket?.url ? { type: 'link-ticket', url: ticket.url } : undefined;
    default:
      return undefined;
  }
}

function isSame(number: string, said: string): boolean {
  return number === said.trim().toLocaleUpperCase('en-US');
}
