import { DEFAULT_DUE_WITHIN } from '@linchpin/backstage-plugin-incidents-common/actions';
import { ClockStore } from '../../clocks';
import { OutboxStore } from '../../delivery';
import { composeActionWriting } from '../composeActionWriting';
import type { RecurrenceFollower } from '../RecurrenceFollower';

/** What notices that something came again, over the tables of the test; groups have no people. */
export function recurrenceFollower(): RecurrenceFollower {
  return composeActionWriting({
    policy: { dueWithin: DEFAULT_DUE_WITHIN, zone: 'UTC' },
    clocks: new ClockStore(),
    outbox: new OutboxStore(),
    groups: { peopleAsStored: async () => new Map() },
  }).recurrences;
}
