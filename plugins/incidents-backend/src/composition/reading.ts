import type { IncidentPolicy } from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { CatalogDirectory } from '../catalog';
import { EntityReader } from '../history/EntityReader';
import { EntityTally } from '../history/EntityTally';
import { IncidentDetailReader } from '../history/IncidentDetailReader';
import { IncidentReader } from '../history/IncidentReader';
import { IncidentResources } from '../history/IncidentResources';
import { TimelineReader } from '../history/TimelineReader';
import { InboxReader } from '../inbox/InboxReader';
import { teamDirectory } from '../inbox/teamDirectory';
import type { EventStore } from '../incidents/EventStore';
import { ReportPreviewReader } from '../report/ReportPreviewReader';
import {
  EntityContextBuilder,
  EntityContexts,
  LabelCandidates,
  VisibleCandidates,
  type EntityMatcher,
  type RoutingService,
} from '../routing';

/** The parts that answer questions, over the tables of all rooms. */
export function composeReading(options: {
  knex: Knex;
  now: NowService;
  policy: IncidentPolicy;
  directory: CatalogDirectory;
  routing: RoutingService;
  matcher: EntityMatcher;
  events: EventStore;
}) {
  const { knex, now, policy, directory, routing, matcher, events } = options;
  const incidents = new IncidentReader(knex, policy);
  const contexts = new EntityContexts({
    knex,
    directory,
    builder: new EntityContextBuilder({ knex, directory, routing }),
  });
  const entities = new EntityReader({
    knex,
    incidents,
    contexts,
    tally: new EntityTally({ knex, now }),
  });
  return {
    incidents,
    contexts,
    entities,
    details: new IncidentDetailReader({
      knex,
      reader: incidents,
      candidates: new VisibleCandidates(
        new LabelCandidates(matcher),
        directory.picker,
      ),
      policy,
      now,
    }),
    resources: new IncidentResources(knex),
    timelines: new TimelineReader(knex, events),
    inbox: new InboxReader({
      knex,
      incidents,
      teams: teamDirectory(directory),
    }),
    previews: new ReportPreviewReader({ entities, routing }),
  };
}
