import type { EntitySnapshot, PersonSnapshot } from '../incidents/state';
import type { ActionEventType, DecidedActionEvent } from './events';
import type { ActionItemState } from './state';
import { isOpenAction } from './vocabulary';

/** What somebody is to an action item of which they are told. @public */
export type ActionRole =
  | 'responsible'
  | 'accountable'
  | 'owner'
  /** It has no owner; they are above it, or the last resort. */
  | 'stand-in';

/**
 * That somebody is to be told something. `page` asks a person to act and is taken
 * back once somebody has; `news` replaces earlier news.
 * @public
 */
export interface ActionNotice {
  kind: 'page' | 'news';
  cause: ActionEventType;
  because: ActionRole;
  /** People, and groups whose people are meant. */
  audience: readonly PersonSnapshot[];
}

/** Who has to hear of an event, given the action item after it. @public */
export function actionNoticesOf(
  state: ActionItemState,
  event: DecidedActionEvent,
): ActionNotice[] {
  const { type } = event;
  const doer = (kind: ActionNotice['kind']) =>
    notice(kind, type, 'responsible', state.responsible);
  const answerer = (kind: ActionNotice['kind']) =>
    state.accountable
      ? notice(kind, type, 'accountable', state.accountable)
      : notice(kind, type, 'owner', groupOf(state.owner));
  const whoeverActs = () =>
    state.responsible ? doer('page') : answerer('page');
  switch (type) {
    case 'proposed':
    case 'assigned':
      return doer('page');
    case 'reopened':
      return whoeverActs();
    case 'made-accountable':
    case 'accountable-gone':
      return answerer('news');
    case 'nudged':
      return whoeverActs();
    case 'clock-fired':
      return event.data.clock === 'due-soon'
        ? whoeverActs()
        : [...doer('page'), ...answerer('page')];
    case 'recurred':
      return [...doer('page'), ...answerer('page')];
    case 'finished':
      return answerer('page');
    case 'given-up':
      return [...doer('news'), ...answerer('news')];
    case 'due-moved':
      return doer('news');
    case 'responsible-gone':
      return answerer('page');
    case 'owner-changed':
      return isOpenAction(state.status)
        ? notice(
            'page',
            type,
            event.data.owner ? 'owner' : 'stand-in',
            ...event.data.told,
          )
        : [];
    default:
      return [];
  }
}

/** What makes asking somebody to act pointless that they were asked before. */
export const ENDS_ACTION_PAGES: ReadonlySet<ActionEventType> = new Set([
  'finished',
  'verified',
  'given-up',
  'reopened',
  'assigned',
  'due-moved',
]);

function notice(
  kind: ActionNotice['kind'],
  cause: ActionEventType,
  because: ActionRole,
  ...people: (PersonSnapshot | undefined)[]
): ActionNotice[] {
  const audience = people.filter(person => person !== undefined);
  return audience.length > 0 ? [{ kind, cause, because, audience }] : [];
}

function groupOf(
  owner: EntitySnapshot | undefined,
): PersonSnapshot | undefined {
  return owner && { ref: owner.ref, name: owner.title };
}
