import { refuse } from '../incidents/decision';
import { ORIGINS_MAX } from './limits';
import type { ActionCommandType } from '../schemas/actions';
import {
  happened,
  nothing,
  type ActionDecider,
  type ActionDecision,
  type ActionFacts,
} from './decision';
import type { ActionEventType } from './events';
import { isPast } from './proposing';
import { answererOf, type ActionItemState } from './state';
import type { TicketCommand } from './tickets';

/** What people do to action items, by command; what they do about tickets is in `tickets`. */
export const PERSON_DECIDERS: {
  [Type in Exclude<ActionCommandType, TicketCommand>]: ActionDecider<Type>;
} = {
  accept: (_, __, facts) => just(facts, 'accepted'),
  start: (_, __, facts) => just(facts, 'started'),
  finish: (_, { note }, facts) => just(facts, 'finished', { note }),
  verify: (_, { how }, facts) => just(facts, 'verified', { how }),
  reopen: (_, { reason }, facts) => just(facts, 'reopened', { reason }),
  'wont-do': (_, { reason }, facts) => just(facts, 'given-up', { reason }),
  'add-note': (_, { text }, facts) => just(facts, 'note-added', { text }),

  assign({ responsible }, { responsibleRef }, facts) {
    const { person } = facts;
    if (responsibleRef && !person) {
      return missing('responsibleRef', responsibleRef);
    }
    if (responsible?.ref === person?.ref) {
      return nothing;
    }
    return just(facts, 'assigned', undefined, {
      ...(responsible && { from: responsible }),
      ...(person && { to: person }),
    });
  },

  'make-accountable'({ accountable }, { accountableRef }, facts) {
    const to = facts.accountable;
    if (!to) {
      return missing('accountableRef', accountableRef);
    }
    if (accountable?.ref === to.ref) {
      return nothing;
    }
    return just(facts, 'made-accountable', undefined, {
      ...(accountable && { from: accountable }),
      to,
    });
  },

  edit(state, { title, actionType, priority, factor, description }, facts) {
    const to = { title, type: actionType, priority, ...(factor && { factor }) };
    const from = subjectOf(state);
    if (isSame(from, to) && description === undefined) {
      return nothing;
    }
    return just(facts, 'edited', { description }, { from, to });
  },

  'move-to-entity'({ entity: from, owner }, { entityRef }, facts) {
    const { place } = facts;
    if (!place?.entity) {
      return missing('entityRef', entityRef);
    }
    if (from?.ref === place.entity.ref) {
      return nothing;
    }
    const moved = happened(facts, 'moved-to-entity', {
      ...(from && { from }),
      to: place.entity,
    });
    const { owner: to, unrouted, told } = place;
    return {
      events:
        owner && owner.ref === to?.ref
          ? [moved]
          : [
              moved,
              happened(facts, 'owner-changed', {
                ...(owner && { from: owner }),
                ...(to && { owner: to }),
                ...(unrouted && { unrouted }),
                told,
              }),
            ],
    };
  },

  'move-due'({ dueOn: from }, { dueOn: to, reason }, facts) {
    if (isPast(to, facts)) {
      return refuse('input', 'must not be over already', 'dueOn');
    }
    return from === to
      ? nothing
      : just(facts, 'due-moved', { reason }, { from, to });
  },

  'link-incident'({ origins }, { incident: asked }, facts) {
    const { incident } = facts;
    if (!incident) {
      return refuse('input', `No incident ${asked}`, 'incident');
    }
    if (origins.some(({ id }) => id === incident.id)) {
      return nothing;
    }
    return origins.length >= ORIGINS_MAX
      ? refuse('input', `It has ${ORIGINS_MAX} incidents already`, 'incident')
      : just(facts, 'incident-linked', undefined, { incident });
  },

  'unlink-incident'({ origins }, _, facts) {
    const incident = origins.find(({ id }) => id === facts.incident?.id);
    if (!incident) {
      return nothing;
    }
    return origins.length === 1
      ? refuse('input', 'is the only one that it came from', 'incident')
      : just(facts, 'incident-unlinked', undefined, { incident });
  },

  nudge: (state, _, facts) =>
    state.responsible || answererOf(state)
      ? just(facts, 'nudged')
      : refuse('conflict', 'Nobody does it or answers for it'),
};

type Data<Type extends ActionEventType> = Parameters<typeof happened<Type>>[2];

function just<Type extends ActionEventType>(
  facts: ActionFacts,
  type: Type,
  texts?: Parameters<typeof happened>[3],
  data: Data<Type> = {} as Data<Type>,
): ActionDecision {
  return { events: [happened(facts, type, data, texts)] };
}

function missing(field: string, ref: string): ActionDecision {
  return refuse('input', `There is no ${ref} in the catalog`, field);
}

function subjectOf({ title, type, priority, factor }: ActionItemState) {
  return { title, type, priority, ...(factor && { factor }) };
}

function isSame(
  a: ReturnType<typeof subjectOf>,
  b: ReturnType<typeof subjectOf>,
): boolean {
  return (
    a.title === b.title &&
    a.type === b.type &&
    a.priority === b.priority &&
    a.factor === b.factor
  );
}
