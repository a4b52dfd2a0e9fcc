import type { ActionPolicy } from '@linchpin/backstage-plugin-incidents-common/actions';
import type { ClockStore } from '../clocks';
import type { NoticeOutbox } from '../incidents/neighbours';
import { ActionStore } from './ActionStore';
import { ActionWriter, type GroupPeople } from './ActionWriter';
import { RecurrenceFollower } from './RecurrenceFollower';
import { RecurrenceStore } from './RecurrenceStore';
import { TicketKeeper, TicketStore } from './trackers';

/** The parts that write action items down, for one outbox; incidents that change need them too. */
export function composeActionWriting(options: {
  policy: ActionPolicy;
  clocks: ClockStore;
  outbox: NoticeOutbox;
  groups: GroupPeople;
}) {
  const store = new ActionStore(options.policy);
  const tickets = new TicketStore();
  const keeper = new TicketKeeper({ tickets, outbox: options.outbox });
  const writer = new ActionWriter({
    ...options,
    actions: store,
    tickets: keeper,
  });
  return {
    store,
    writer,
    tickets,
    keeper,
    recurrences: new RecurrenceFollower({
      recurrences: new RecurrenceStore(),
      writer,
    }),
  };
}
