import type { Setup } from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { AlertsSetup } from '../setup/SetupReader';
import { openKeyOfUnmatched } from './AlertAssessor';
import type { AlertSources } from './AlertSources';
import type { Backlog } from './Backlog';
import type { AlertMatcher } from './facts';
import type { SetupStore, UnmatchedAlert } from './SetupStore';

const DAY = 24 * 60 * 60_000;
const SHOWN_FOR = 30 * DAY;
const SHOWN = 50;
const UNMATCHED_READ = 2_000;

type UnmatchedGroup = Omit<Setup['unmatched'][number], 'candidates'>;

/** What the set-up page shows of alerts. */
export class AlertsSetupReader implements AlertsSetup {
  readonly #knex: Knex;
  readonly #store: SetupStore;
  readonly #sources: AlertSources;
  readonly #backlog: Backlog;
  readonly #matcher: AlertMatcher;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    store: SetupStore;
    sources: AlertSources;
    backlog: Backlog;
    matcher: AlertMatcher;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#sources = options.sources;
    this.#backlog = options.backlog;
    this.#matcher = options.matcher;
    this.#now = options.now;
  }

  async backlog(now: string): Promise<Setup['checks']['alerts']> {
    const [{ waiting, oldestMs }, sources] = await Promise.all([
      this.#backlog.read(),
      this.sources(now),
    ]);
    const [latest] = sources
      .flatMap(({ lastReceivedAt }) => lastReceivedAt ?? [])
      .sort()
      .reverse();
    return {
      lastReceivedAt: latest ?? null,
      waiting,
      oldestWaitingMs: oldestMs,
    };
  }

  /** Each source with its messages of the last 24 hours. */
  async sources(now: string): Promise<Setup['sources']> {
    return Promise.all(
      this.#sources.all().map(async ({ id, title }) => {
        const { lastReceivedAt, messages } = await this.#store.source(
          this.#knex,
          id,
          before(now, DAY),
        );
        return {
          id,
          title,
          lastReceivedAt: lastReceivedAt ?? null,
          today: messages,
          keptAside: await this.#store.countNotProcessed(
            this.#knex,
            id,
            before(now, SHOWN_FOR),
          ),
        };
      }),
    );
  }

  async keptAside(): Promise<Setup['keptAside']> {
    return this.#store.notProcessed(
      this.#knex,
      before(this.#now.now(), SHOWN_FOR),
      SHOWN,
    );
  }

  /**
   * Labels that led to no entity, by the name of the alert: those that all alerts
   * of that name share. What leads to one by now is left out.
   */
  async unmatched(): Promise<UnmatchedGroup[]> {
    const alerts = await this.#store.unmatched(
      this.#knex,
      before(this.#now.now(), SHOWN_FOR),
      UNMATCHED_READ,
    );
    const groups = new Map<string, UnmatchedAlert[]>();
    for (const alert of alerts) {
      const key = openKeyOfUnmatched(alert.source, alert);
      groups.set(key, [...(groups.get(key) ?? []), alert]);
    }
    const shown = await Promise.all(
      [...groups.values()].slice(0, SHOWN).map(async group => {
        const match = await this.#matcher.match(group[0].labels);
        return match.outcome === 'matched' ? [] : [summaryOf(group)];
      }),
    );
    return shown.flat();
  }
}

function summaryOf(group: readonly UnmatchedAlert[]): UnmatchedGroup {
  const [latest] = group;
  return {
    labels: Object.fromEntries(
      Object.entries(latest.labels).filter(([name, value]) =>
        group.every(({ labels }) => labels[name] === value),
      ),
    ),
    alerts: group.length,
    lastAt: latest.lastAt,
    reason: latest.reason,
  };
}

function before(now: string, milliseconds: number): string {
  return new Date(Date.parse(now) - milliseconds).toISOString();
}
