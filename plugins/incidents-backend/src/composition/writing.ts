import type { IncidentPolicy } from '@linchpin/backstage-plugin-incidents-common';
import type { ActionPolicy } from '@linchpin/backstage-plugin-incidents-common/actions';
import type { ReviewPolicy } from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { composeActionWriting } from '../actions';
import { AlertAttachments } from '../alerts';
import type { Confidence } from '../authorization';
import type { ChangeReader } from '../changes';
import type { ClockStore } from '../clocks';
import { AffectedStore } from '../incidents/AffectedStore';
import { CommandLog } from '../incidents/CommandLog';
import { CommandPruner } from '../incidents/CommandPruner';
import type { CommitHints } from '../incidents/CommitHints';
import { EventStore } from '../incidents/EventStore';
import { IncidentService } from '../incidents/IncidentService';
import { IncidentStore } from '../incidents/IncidentStore';
import { IncidentWriter } from '../incidents/IncidentWriter';
import type { NoticeOutbox } from '../incidents/neighbours';
import { PeopleStore } from '../incidents/PeopleStore';
import { RecordMaker } from '../incidents/RecordMaker';
import { composeReviewWriting } from '../reviews';
import type { RoutingService } from '../routing';

/** The parts that change incidents, for one source of time and one outbox. */
export function composeWriting(options: {
  knex: Knex;
  now: NowService;
  policy: IncidentPolicy;
  reviewPolicy: ReviewPolicy;
  actionPolicy: ActionPolicy;
  clocks: ClockStore;
  outbox: NoticeOutbox;
  routing: RoutingService;
  confidence: Confidence;
  changes: ChangeReader;
  hints: CommitHints;
}) {
  const { knex, now, policy, clocks, outbox, routing, changes, hints } =
    options;
  const { confidence } = options;
  const incidents = new IncidentStore();
  const events = new EventStore();
  const commands = new CommandLog();
  const reviews = composeReviewWriting({
    knex,
    now,
    policy: options.reviewPolicy,
    clocks,
    outbox,
    incidents,
    people: routing,
    confidence,
    hints,
  });
  const actions = composeActionWriting({
    policy: options.actionPolicy,
    clocks,
    outbox,
    groups: routing,
  });
  const writer = new IncidentWriter({
    incidents,
    events,
    people: new PeopleStore(),
    affected: new AffectedStore(),
    commands,
    clocks,
    outbox,
    alerts: new AlertAttachments(),
    followers: [reviews.follower, actions.recurrences],
    policy,
  });
  const service = new IncidentService({
    knex,
    incidents,
    writer,
    routing,
    changes,
    confidence,
    hints,
    now,
  });
  const pruner = new CommandPruner({ knex, commands });
  const records = new RecordMaker({ knex, incidents, events });
  return {
    incidents,
    events,
    writer,
    service,
    pruner,
    records,
    reviews,
    actions,
  };
}
