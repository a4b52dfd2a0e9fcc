import type { DiscoveryService } from '@backstage/backend-plugin-api';
import type {
  EntityCandidate,
  NamedRef,
  Setup,
} from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Viewer } from '../authorization/viewer';

/** What the alerts room tells of itself. */
export interface AlertsSetup {
  backlog(now: string): Promise<Setup['checks']['alerts']>;
  sources(now: string): Promise<Setup['sources']>;
  keptAside(): Promise<Setup['keptAside']>;
  unmatched(): Promise<Omit<Setup['unmatched'][number], 'candidates'>[]>;
}

/** What the delivery room tells of itself. */
export interface DeliverySetup {
  status(): Promise<Setup['checks']['delivery']>;
  notSent(viewer: Viewer): Promise<Setup['notSent']>;
}

/** What the catalog room tells of itself. */
export interface CatalogSetup {
  status(): Promise<Setup['checks']['catalog']>;
  withoutOwner(): Promise<Setup['withoutOwner']>;
  candidates(labels: Record<string, string>): Promise<EntityCandidate[]>;
  lastResortGroup(): Promise<NamedRef | null>;
}

/** What the watchdog tells of what it has found. */
export interface WatchdogSetup {
  status(): Promise<Setup['checks']['watchdog']>;
  findings(viewer: Viewer): Promise<Setup['findings']>;
}

/** How the installation does, and what is missing. */
export class SetupReader {
  readonly #alerts: AlertsSetup;
  readonly #delivery: DeliverySetup;
  readonly #catalog: CatalogSetup;
  readonly #watchdog: WatchdogSetup;
  readonly #database: Setup['checks']['database'];
  readonly #discovery: DiscoveryService;
  readonly #now: NowService;

  constructor(options: {
    alerts: AlertsSetup;
    delivery: DeliverySetup;
    catalog: CatalogSetup;
    watchdog: WatchdogSetup;
    database: Setup['checks']['database'];
    discovery: DiscoveryService;
    now: NowService;
  }) {
    this.#alerts = options.alerts;
    this.#delivery = options.delivery;
    this.#catalog = options.catalog;
    this.#watchdog = options.watchdog;
    this.#database = options.database;
    this.#discovery = options.discovery;
    this.#now = options.now;
  }

  /** Private incidents are named only to those who may know of them. */
  async read(viewer: Viewer, mayManage: boolean): Promise<Setup> {
    const now = this.#now.now();
    const [
      alerts,
      sources,
      keptAside,
      unmatched,
      delivery,
      notSent,
      catalog,
      withoutOwner,
      lastResortGroup,
      watchdog,
      findings,
      baseUrl,
    ] = await Promise.all([
      this.#alerts.backlog(now),
      this.#alerts.sources(now),
      this.#alerts.keptAside(),
      this.#unmatched(),
      this.#delivery.status(),
      this.#delivery.notSent(viewer),
      this.#catalog.status(),
      this.#catalog.withoutOwner(),
      this.#catalog.lastResortGroup(),
      this.#watchdog.status(),
      this.#watchdog.findings(viewer),
      this.#discovery.getExternalBaseUrl('incidents'),
    ]);
    return {
      checks: {
        alerts,
        delivery,
        lastResortGroup,
        catalog,
        database: this.#database,
        watchdog,
      },
      sources,
      keptAside,
      unmatched,
      withoutOwner,
      notSent,
      findings,
      intakeUrl: `${baseUrl}/intake`,
      mayManage,
    };
  }

  async #unmatched(): Promise<Setup['unmatched']> {
    const groups = await this.#alerts.unmatched();
    return Promise.all(
      groups.map(async group => ({
        ...group,
        candidates: await this.#catalog.candidates(group.labels),
      })),
    );
  }
}
