import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { ClockEngine } from '../clocks';
import { openEngine } from '../clocks/__testUtils__/openEngine';
import { CommitHints } from '../incidents/CommitHints';
import { IncidentClockHandler } from '../incidents/IncidentClockHandler';
import type { IncidentStore } from '../incidents/IncidentStore';
import type { IncidentWriter } from '../incidents/IncidentWriter';
import { INCIDENT } from '../incidents/neighbours';

/** The engine that fires the clocks of the incidents of a desk or a ward. */
export function incidentClocks(
  house: { knex: Knex; incidents: IncidentStore; writer: IncidentWriter },
  now: NowService,
): ClockEngine {
  return openEngine(
    house.knex,
    now,
    INCIDENT,
    new IncidentClockHandler({ ...house, hints: new CommitHints() }),
  );
}
