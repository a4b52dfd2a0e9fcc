import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  inspectIncident,
  type Finding,
  type FindingKind,
  type IncidentPolicy,
  type WatchBounds,
} from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { inSnapshot } from '../database/dialect';
import type { EvidenceReader, Waiting } from './EvidenceReader';
import type { FindingStore, Rounds } from './FindingStore';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Incidents read at one moment. A database with one connection is kept for that long,
 * and working out what should have happened to them keeps the process some milliseconds.
 */
const AT_ONCE = 15;

/** Changes that were under way when the last round began are looked at in the next. */
const OVERLAP = MINUTE;

/** After a pause, such as an upgrade, no more than this is looked back upon. */
const LOOK_BACK = 10 * MINUTE;

/** Messages about an opening are kept for longer than this. */
const MESSAGES_KEPT = 24 * HOUR;

/** Lines in the log of one round. */
const LINES = 20;

/**
 * Works out from the timelines what should have happened by now, and says what
 * has not. It knows nothing of the engines, so an error of theirs is none of its
 * own; it changes nothing but its own findings.
 */
export class Watchdog {
  readonly #knex: Knex;
  readonly #evidence: EvidenceReader;
  readonly #findings: FindingStore;
  readonly #policy: IncidentPolicy;
  readonly #bounds: WatchBounds;
  readonly #logger: LoggerService;

  constructor(options: {
    knex: Knex;
    evidence: EvidenceReader;
    findings: FindingStore;
    policy: IncidentPolicy;
    bounds: WatchBounds;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#evidence = options.evidence;
    this.#findings = options.findings;
    this.#policy = options.policy;
    this.#bounds = options.bounds;
    this.#logger = options.logger;
  }

  /** Looks from now on, on one replica at a time. */
  async schedule(scheduler: SchedulerService, now: NowService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'incidents-watchdog',
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      scope: 'global',
      fn: async () => this.run(now.now()),
    });
  }

  /** One round, at an instant. */
  async run(now: string): Promise<void> {
    const rounds = await this.#findings.rounds(this.#knex, now);
    const { ids, lastId } = await this.#evidence.incidentsOf(
      this.#knex,
      {
        now,
        changedSince: changedSince(rounds, now),
        lastId: rounds.lastId,
      },
      this.#bounds,
    );
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      await letOthersRun();
      await this.#inspect(ids.slice(start, start + AT_ONCE), rounds, now);
    }
    await this.#record([''], await this.#waiting(now), now);
    await this.#findings.ended(this.#knex, now, lastId);
    await this.#log(now);
  }

  async #inspect(
    ids: readonly string[],
    { watchingSince }: Rounds,
    now: string,
  ): Promise<void> {
    const kept = earlier(now, MESSAGES_KEPT);
    const openedAfter = watchingSince > kept ? watchingSince : kept;
    const evidence = await inSnapshot(this.#knex, tx =>
      this.#evidence.evidence(tx, ids, openedAfter),
    );
    const rules = { policy: this.#policy, bounds: this.#bounds, now };
    await this.#record(
      ids,
      evidence.flatMap(each => inspectIncident(each, rules)),
      now,
    );
  }

  async #waiting(now: string): Promise<Finding[]> {
    const { alertsWithin, messagesWithin } = this.#bounds;
    const before = (milliseconds: number) =>
      new Date(earlier(now, milliseconds));
    return [
      ...waitingFinding(
        'alerts-waiting',
        await this.#evidence.unprocessedAlerts(
          this.#knex,
          before(alertsWithin),
        ),
      ),
      ...waitingFinding(
        'messages-stuck',
        await this.#evidence.unsentMessages(this.#knex, before(messagesWithin)),
      ),
    ];
  }

  async #record(
    subjectIds: readonly string[],
    findings: readonly Finding[],
    now: string,
  ): Promise<void> {
    await this.#knex.transaction(tx =>
      this.#findings.replace(tx, subjectIds, findings, now),
    );
  }

  /** Each finding once an hour, however many rounds there are. */
  async #log(now: string): Promise<void> {
    const findings = await this.#findings.takeUntold(
      this.#knex,
      earlier(now, HOUR),
      now,
      LINES,
    );
    for (const { kind, subjectId, since, detail } of findings) {
      this.#logger.error(
        `Watchdog: ${kind} since ${since}: ${detail}`,
        subjectId ? { incidentId: subjectId } : {},
      );
    }
  }
}

function waitingFinding(
  kind: FindingKind,
  waiting: Waiting | undefined,
): Finding[] {
  return waiting
    ? [
        {
          kind,
          subjectId: '',
          since: waiting.since,
          detail: `${waiting.count}`,
        },
      ]
    : [];
}

function changedSince({ lookedAt }: Rounds, now: string): string {
  const furthest = earlier(now, LOOK_BACK);
  const last = lookedAt && earlier(lookedAt, OVERLAP);
  return last && last > furthest ? last : furthest;
}

function earlier(now: string, milliseconds: number): string {
  return new Date(Date.parse(now) - milliseconds).toISOString();
}
