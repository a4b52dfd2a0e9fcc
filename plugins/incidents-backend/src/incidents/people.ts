import type {
  DecidedEvent,
  PersonSnapshot,
} from '@linchpin/backstage-plugin-incidents-common';

/** What a person can be to an incident. */
export type PersonRole =
  'reporter' | 'lead' | 'told' | 'responder' | 'follower' | 'affected';

/** What becomes of the people of an incident. */
export type PeopleChange =
  /** Who has the role already has it since then. */
  | { type: 'add'; role: PersonRole; people: PersonSnapshot[]; since: string }
  /** Whoever has the role gives it up. */
  | { type: 'clear'; role: PersonRole }
  | { type: 'remove'; role: PersonRole; personRef: string }
  /** Those with these roles have them on the other incident too. */
  | { type: 'copy'; roles: PersonRole[]; toId: string };

/** What a person does who works on an incident, rather than watching it. */
const RESPONDS: ReadonlySet<DecidedEvent['type']> = new Set([
  'acknowledged',
  'status-changed',
  'held',
  'update-posted',
  'resolved',
  'prioritised',
  'affected-changed',
  'workaround-confirmed',
  'workaround-retracted',
  'visibility-changed',
]);

/** What an event makes of people, in order. */
export function peopleChangesOf(event: DecidedEvent): PeopleChange[] {
  const { actor, type } = event;
  const responds = actor.type === 'user' && RESPONDS.has(type);
  return [
    ...changesByType(event),
    ...(responds
      ? [add(event, 'responder', { ref: actor.ref, name: actor.name })]
      : []),
  ];
}

function changesByType(event: DecidedEvent): PeopleChange[] {
  switch (event.type) {
    case 'declared':
      return event.data.reporter
        ? [add(event, 'reporter', event.data.reporter)]
        : [];
    case 'routed':
      return [
        { type: 'clear', role: 'told' },
        add(event, 'told', ...event.data.told),
      ];
    case 'acknowledged':
      return [
        { type: 'clear', role: 'lead' },
        add(event, 'lead', event.data.lead),
      ];
    case 'passed-on':
      return [{ type: 'clear', role: 'lead' }];
    case 'followed':
      return [add(event, 'follower', event.data.person)];
    case 'unfollowed':
      return [
        {
          type: 'remove',
          role: 'follower',
          personRef: event.data.person.ref,
        },
      ];
    case 'affected-reported':
      return [add(event, 'affected', event.data.person)];
    case 'merged':
      return [
        {
          type: 'copy',
          roles: ['reporter', 'follower', 'affected'],
          toId: event.data.into.id,
        },
      ];
    default:
      return [];
  }
}

function add(
  { at }: DecidedEvent,
  role: PersonRole,
  ...people: PersonSnapshot[]
): PeopleChange {
  return { type: 'add', role, people, since: at };
}
