import {
  eventsOf,
  facts,
  MINUTE,
  minute,
  opening,
  paymentsApi,
  system,
} from '../../incidents/__testUtils__/stage';
import type { Command, OpenCommand } from '../../incidents/commands';
import { decide } from '../../incidents/decide';
import type { Facts } from '../../incidents/decision';
import { decideOpening } from '../../incidents/deciders/opening';
import { replay } from '../../incidents/evolve';
import { recordOf } from '../courseOf';
import type { Duration } from '../durations';
import type { IncidentCourse, IncidentRecord } from '../record';

/** A command, so many minutes after the start, with whatever differs from Nadia's facts. */
export type Told = [minutes: number, command: Command, given?: Partial<Facts>];

/** The record of an incident that an alert opened and that these commands went on with. */
export function recordAfter(
  told: readonly Told[],
  given: Partial<OpenCommand> = {},
): IncidentRecord {
  const command = opening({
    ...given,
    request: {
      title: 'Payments fail',
      risks: [],
      mode: 'real',
      visibility: 'public',
      impactStartedAt: minute(0),
      ...given.request,
    },
  });
  const events = eventsOf(
    decideOpening(command, facts({ actor: system })),
    command.id,
  );
  for (const [minutes, next, differing] of told) {
    const state = replay(command.id, events);
    const at = facts({ now: minute(minutes), ...differing });
    events.push(...eventsOf(decide(state, next, at), command.id));
  }
  return recordOf(command.id, events);
}

/** A resolved incident of an hour on the payments API; with whatever differs. */
export function record(
  given: Partial<Omit<IncidentRecord, 'course'>> & {
    course?: Partial<IncidentCourse>;
  } = {},
): IncidentRecord {
  const { course, ...differing } = given;
  return {
    id: 'incident-1',
    mode: 'real',
    outcome: 'resolved',
    priority: 'P1',
    entities: [{ ref: paymentsApi.ref, level: 'root', since: minute(0) }],
    stamps: {
      impactStartedAt: minute(0),
      detectedAt: minute(0),
      declaredAt: minute(0),
      resolvedAt: minute(60),
    },
    estimated: [],
    impactWindows: [{ from: minute(0), to: minute(60) }],
    reopened: 0,
    ...differing,
    course: {
      statuses: [
        { status: 'triage', since: minute(0) },
        { status: 'resolved', since: minute(60) },
      ],
      priorities: [{ priority: 'P1', since: minute(0) }],
      owners: [{ ownerRef: 'group:default/payments', since: minute(0) }],
      holds: [],
      updates: [],
      waits: [],
      ...course,
    },
  };
}

/** That something took so many minutes. */
export function took(minutes: number): Duration {
  return { kind: 'ended', milliseconds: minutes * MINUTE };
}

/** That something has taken so many minutes at the least. */
export function atLeast(minutes: number): Duration {
  return { kind: 'censored', milliseconds: minutes * MINUTE };
}

export const MISSING: Duration = { kind: 'missing' };
export const INAPPLICABLE: Duration = { kind: 'inapplicable' };
